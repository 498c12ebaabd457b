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

/** Products and customers that orders name, historic ones and drafts, too, and what orders are made from; orders with files. */
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
            case PRODUCT -> find(List.of("order_line", "order_template_line", "order_backorder_policy"), "sku", List.copyOf(keys));
            case CUSTOMER -> find(List.of("orders", "order_template", "order_plan", "order_approval_rule"), "customer_id", keys.stream().map(Long::valueOf).toList());
            case ORDER -> find(List.of("order_attachment"), "order_id", keys.stream().map(Long::valueOf).toList());
            default -> Set.of();
        };
    }

    private Set<String> find(List<String> tables, String column, List<?> keys) {
        Set<String> found = new HashSet<>();
        tables.forEach(table -> found.addAll(find("select distinct t." + column + " from " + table + " t where t." + column + " in", keys)));
        return found;
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
