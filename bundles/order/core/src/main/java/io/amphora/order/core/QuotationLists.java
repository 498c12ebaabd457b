package io.amphora.order.core;

import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.SearchText;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists of quotations, newest first. */
final class QuotationLists {
    private static final String COLUMNS = "select q.id, q.quotation_number, q.order_id, o.order_number, o.customer_id, o.customer_name, o.total, o.currency, q.quotation_status, q.valid_until, "
            + "q.decline_reason, q.created_by, q.created_at, q.sent_at, q.decided_at, q.version from order_quotation q join orders o on o.id = q.order_id where 1 = 1";
    private static final int AT_ONCE = 200;

    private QuotationLists() {
    }

    static Page<Quotation> page(EntityManager em, String text, Set<QuotationStatus> statuses, Long customerId, PageRequest page) {
        Sql sql = Sql.of(COLUMNS).addIf(page.afterNumber(), " and q.id < ?").addIf(customerId, " and o.customer_id = ?");
        if (statuses != null && !statuses.isEmpty()) {
            sql.in(" and q.quotation_status in", statuses);
        }
        String key = SearchText.key(text, 60);
        if (!key.isEmpty()) {
            sql.add(" and (q.quotation_number = ? or o.name_lower >= ? and o.name_lower < ?)", key.toUpperCase(Locale.ROOT), key, SearchText.after(key));
        }
        List<Quotation> rows = sql.add(" order by q.id desc").first(page.size() + 1).rows(em).stream().map(QuotationLists::row).toList();
        return Page.of(rows, page.size(), Quotation::id);
    }

    private static Quotation row(Object[] c) {
        return new Quotation(OrderRows.number(c[0]), (String) c[1], OrderRows.number(c[2]), (String) c[3], c[4] == null ? null : OrderRows.number(c[4]), (String) c[5],
                Numbers.money((BigDecimal) c[6], (String) c[7]), QuotationStatus.valueOf((String) c[8]), OrderRows.day(c[9]), (String) c[10], (String) c[11], OrderRows.instant(c[12]),
                c[13] == null ? null : OrderRows.instant(c[13]), c[14] == null ? null : OrderRows.instant(c[14]), OrderRows.number(c[15]));
    }

    /** Sent ones whose last day is over: id and version. */
    static List<Object[]> over(EntityManager em, LocalDate today) {
        return Sql.of("select q.id, q.version from order_quotation q where q.quotation_status = ? and q.valid_until < ? order by q.valid_until, q.id", QuotationStatus.SENT, today)
                .first(AT_ONCE).rows(em);
    }

    /** How an action is called once it is done. */
    static String done(QuotationAction action) {
        return switch (action) {
            case SEND -> "sent";
            case REVISE -> "revised";
            case ACCEPT -> "accepted";
            case DECLINE -> "declined";
            case EXPIRE -> "expired";
        };
    }
}
