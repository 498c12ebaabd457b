package io.amphora.returns.core;

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

/** Orders, customers and products that returns name. */
@Component
public final class ReturnUsage implements Usage {
    private final Tx tx;

    @Activate
    public ReturnUsage(@Reference(target = "(domain=returns)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public Set<String> used(String kind, Collection<String> keys) {
        return switch (kind) {
            case ORDER -> find(List.of("return_request"), "order_id", ids(keys));
            case CUSTOMER -> find(List.of("return_request"), "customer_id", ids(keys));
            case PRODUCT -> find(List.of("return_line"), "sku", List.copyOf(keys));
            default -> Set.of();
        };
    }

    private Set<String> find(List<String> tables, String column, List<?> keys) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < keys.size(); i += Sql.MAX_IN) {
            List<?> some = keys.subList(i, Math.min(keys.size(), i + Sql.MAX_IN));
            for (String table : tables) {
                tx.call(em -> Sql.of("").in("select distinct t." + column + " from " + table + " t where t." + column + " in", some).values(em)).forEach(key -> found.add(String.valueOf(key)));
            }
        }
        return found;
    }

    private static List<Long> ids(Collection<String> keys) {
        return keys.stream().map(Long::valueOf).toList();
    }
}
