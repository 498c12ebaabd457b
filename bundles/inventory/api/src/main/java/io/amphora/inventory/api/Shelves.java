package io.amphora.inventory.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where in a location goods lie, and what must be counted because less was found than there should be. Reading needs {@code inventory.read}, changing
 * {@code inventory.adjust}. Publishes {@code stock.placed}, {@code stock.count-due} (key: SKU). Thread-safe.
 */
@ProviderType
public interface Shelves {
    /** @param zone a part of the location, may be null; @param bin the place in it, may be null */
    record Place(String zone, String bin) {
        public static final Place NONE = new Place(null, null);
    }

    /** Stock to be counted. @param askedBy who found less than there should be */
    record CountDue(String sku, long locationId, String reason, String askedBy, Instant askedAt) {
    }

    /** Says where a product lies at a location. @param zone and bin at most 20 characters each; both null: nowhere in particular @param seen the version that was read */
    Place place(Actor by, String sku, long locationId, String zone, String bin, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default Place place(Actor by, String sku, long locationId, String zone, String bin) {
        return place(by, sku, locationId, zone, bin, -1);
    }

    /** The version of the place of a product at a location, for {@link #place}; read it first. */
    long version(Actor by, String sku, long locationId);

    /** For other domains, without a permission: where these products lie, by SKU and location; what lies nowhere in particular is not named. Joins the running transaction. */
    Map<String, Map<Long, Place>> places(Collection<String> skus);

    /**
     * For other domains, which have checked permissions: so much should be there and is not. What is not promised to anybody else is taken off the books at once, so that
     * it is not sold again, and the stock is to be counted. Joins the running transaction; issue it late, it locks a hot row.
     *
     * @param quantity above zero
     * @param who      for the ledger
     */
    void missing(String sku, long locationId, BigDecimal quantity, String who, String reason);

    /** What is to be counted, by SKU; counting it ({@link Stock#adjust}) takes it off the list. */
    Page<CountDue> toCount(Actor by, PageRequest page);
}
