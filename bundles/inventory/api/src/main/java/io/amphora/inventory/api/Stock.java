package io.amphora.inventory.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Stock in, out and corrected. Reading needs {@code inventory.read}, the rest {@code inventory.adjust}. Publishes {@code stock.changed} (key: SKU). Thread-safe. */
@ProviderType
public interface Stock {
    String READ = "inventory.read";
    String ADJUST = "inventory.adjust";

    /** Adds what came in; makes the level if there is none. */
    StockLevel receive(Actor by, String sku, long locationId, BigDecimal quantity, String reference);

    /**
     * Sets on hand to what was counted.
     *
     * @param version of the level that the counter saw; 0 if there was none
     * @param reason  required
     * @throws io.amphora.common.AmphoraException.Refused if less is there than is reserved
     */
    StockLevel adjust(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason);

    /**
     * As {@link #adjust(Actor, String, long, long, BigDecimal, String)}; if less is there than is reserved, lines of orders give way, those of the lowest priority and the youngest first,
     * and wait for stock.
     *
     * @throws io.amphora.common.AmphoraException.Refused if what is taken from the shelf already, and waits to be sent, is more than was counted: it counts as on hand
     * @since 1.8
     */
    StockLevel adjustReserved(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason);

    /** Moves unreserved stock from one location to another. */
    void transfer(Actor by, String sku, long fromLocationId, long toLocationId, BigDecimal quantity, String reason);

    StockLevel setSafety(Actor by, long id, long version, BigDecimal safety);

    /** Adjusts many levels to counted quantities, for imports; joins the running transaction; one {@code stock.imported} event. @return how many changed */
    int countAll(Actor by, List<Counted> rows, String reason);

    /** One row of {@link #countAll}. */
    record Counted(String sku, long locationId, BigDecimal quantity) {
    }

    /** By SKU, then location. */
    Page<StockLevel> list(Actor by, StockFilter filter, PageRequest page);

    /** All levels of these SKUs, for line entry and product pages. */
    List<StockLevel> levels(Actor by, Collection<String> skus);

    /** Newest first. @param sku null for all; @param locationId null for all */
    Page<Movement> movements(Actor by, String sku, Long locationId, PageRequest page);

    /** For other domains, without a permission: available by SKU and location id. Joins the running transaction. */
    Map<String, Map<Long, BigDecimal>> available(Collection<String> skus);

    /** How many levels are low (see {@link StockFilter#low}), at most {@code limit}. */
    int countLow(int limit);

    /** Proves that ledger, counters and reservations agree. @return one text per disagreement, empty when all is well; needs {@code inventory.adjust} */
    List<String> verify(Actor by);
}
