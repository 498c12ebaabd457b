package io.amphora.inventory.core;

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

/** Products of which stock is or ever was kept: the ledger names them for good. */
@Component
public final class StockUsage implements Usage {
    private final Tx tx;

    @Activate
    public StockUsage(@Reference(target = "(domain=inventory)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Set<String> used(String kind, Collection<String> keys) {
        Set<String> found = new HashSet<>();
        List<String> skus = kind.equals(PRODUCT) ? List.copyOf(keys) : List.of();
        for (int i = 0; i < skus.size(); i += Sql.MAX_IN) {
            List<String> some = skus.subList(i, Math.min(skus.size(), i + Sql.MAX_IN));
            for (String table : List.of("stock_level", "stock_movement", "stock_place")) {
                found.addAll(tx.call(em -> Sql.of("").in("select distinct t.sku from " + table + " t where t.sku in", some).<String>values(em)));
            }
        }
        return found;
    }
}
