package io.amphora.order.core;

import io.amphora.order.api.OrderQueries.Turnover;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What came in over a period. */
final class Turnovers {
    private final Tx tx;

    Turnovers(Tx tx) {
        this.tx = tx;
    }

    List<Turnover> between(Instant from, Instant to) {
        OrderWalks.Range range = OrderWalks.Range.ALL.within(from, to);
        if (range.empty()) {
            return List.of();
        }
        Sql sql = Sql.of("select o.currency, count(*), sum(o.total)" + OrderWalks.from(OrderWalks.PLACED) + "(o.historic = ? or o.order_status not in ('DRAFT', 'REJECTED', 'CANCELLED'))",
                true);
        return tx.call(em -> range.addTo(sql).add(" group by o.currency order by o.currency").rows(em)).stream()
                .map(r -> new Turnover((String) r[0], OrderRows.number(r[1]), Numbers.money((BigDecimal) r[2], (String) r[0]).amount())).toList();
    }
}
