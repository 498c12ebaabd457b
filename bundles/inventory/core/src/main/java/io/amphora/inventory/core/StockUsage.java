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
            found.addAll(tx.call(em -> Sql.of("").in("select distinct l.sku from stock_level l where l.sku in", some).<String>values(em)));
            found.addAll(tx.call(em -> Sql.of("").in("select distinct m.sku from stock_movement m where m.sku in", some).<String>values(em)));
        }
        return found;
    }
}
