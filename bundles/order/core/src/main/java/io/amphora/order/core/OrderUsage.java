package io.amphora.order.core;

import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.Usage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products and customers that orders name, historic ones and drafts, too. */
@Component
public final class OrderUsage implements Usage {
    private final Tx tx;

    @Activate
    public OrderUsage(@Reference(target = "(domain=order)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Set<String> used(String kind, Collection<String> keys) {
        return switch (kind) {
            case PRODUCT -> find("select distinct l.sku from order_line l where l.sku in", List.copyOf(keys));
            case CUSTOMER -> find("select distinct o.customer_id from orders o where o.customer_id in", keys.stream().map(Long::valueOf).toList());
            default -> Set.of();
        };
    }

    private Set<String> find(String sql, List<?> keys) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < keys.size(); i += Sql.MAX_IN) {
            List<?> some = keys.subList(i, Math.min(keys.size(), i + Sql.MAX_IN));
            tx.call(em -> Sql.of("").in(sql, some).values(em)).forEach(key -> found.add(String.valueOf(key)));
        }
        return found;
    }
}
