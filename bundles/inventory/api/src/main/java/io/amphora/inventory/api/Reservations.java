package io.amphora.inventory.api;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Claims on stock, for the order domain (which has checked permissions). Every call joins the running transaction and is all or
 * nothing. Issue them last in a transaction: they lock hot rows, in SKU order. Never oversells. Thread-safe.
 */
@ProviderType
public interface Reservations {
    /**
     * What a line wants. SKUs without stock keeping must not come here.
     *
     * @param parts what one unit consists of if it is a kit: then these are claimed, all at one location or none, and the line holds a claim for each; else empty
     */
    record Wanted(long lineId, String sku, BigDecimal quantity, List<Part> parts) {
        public Wanted {
            parts = List.copyOf(parts);
        }

        /** What is no kit. */
        public Wanted(long lineId, String sku, BigDecimal quantity) {
            this(lineId, sku, quantity, List.of());
        }
    }

    /** A component of a kit. @param each how much of it one kit takes */
    record Part(String sku, BigDecimal each) {
    }

    /**
     * A claim that stands: what is to be picked for a line, where. A line of a kit has one for each component.
     *
     * @param sku  of the component, if it is a kit
     * @param each how much one unit of the line takes of it; null if the line is no kit
     */
    record Held(long orderId, long lineId, String sku, long locationId, BigDecimal quantity, BigDecimal each) {
    }

    /** What the lines of these orders hold now, by order, line and SKU. */
    List<Held> held(Collection<Long> orderIds);

    /**
     * Reserves every line wholly at one location per line: at the preferred one if it has enough, else at the first active
     * location by priority that has.
     *
     * @param preferred location id, or null for the one of the highest priority
     * @return line id to location id
     * @throws io.amphora.common.AmphoraException.Refused code {@code stock.short}, one problem per short line (field {@code lines[i].quantity},
     *                                                    i the position in {@code wanted}), naming SKU, wanted and available
     */
    Map<Long, Long> reserve(long orderId, List<Wanted> wanted, Long preferred);

    /** What a line got. @param quantity that or less than it wanted */
    record Taken(long lineId, long locationId, BigDecimal quantity) {
    }

    /**
     * Reserves what there is, line by line in the given order: the whole line at one location as {@link #reserve} does, else as much as the location has that has
     * most; of kits whole ones. Lines that got nothing are not named.
     */
    List<Taken> reserveAvailable(long orderId, List<Wanted> wanted, Long preferred);

    /** As {@link #reserveAvailable}, but not from where a product was looked for in vain and is to be counted: the books are not to be believed there. */
    List<Taken> reserveUndisputed(long orderId, List<Wanted> wanted, Long preferred);

    /** Reserves nothing, but says what would come of it. @since 1.9 */
    StockRehearsal rehearse();

    /** What these lines hold belongs to another order from now on; counters stay as they are. */
    void transfer(long orderId, Collection<Long> lineIds, long newOrderId);

    /** Gives back what these lines hold; lines that hold nothing are passed over. */
    void release(long orderId, Collection<Long> lineIds);

    /**
     * A line is split in two: so much of what it holds belongs to the new line from now on, at the same location. Counters stay as they are. Does nothing if
     * the line holds nothing.
     *
     * @param quantity of the new line, above zero and less than what the line has; of a kit, each component goes with it
     */
    void split(long orderId, long lineId, long newLineId, BigDecimal quantity);

    /** Moves the claims of these lines to another location. @throws io.amphora.common.AmphoraException.Refused as {@link #reserve}; the claims then stay where they are */
    void move(long orderId, Collection<Long> lineIds, long locationId);

    /** Goods leave: turns the claims of these lines into issue movements. @param who for the ledger */
    void consume(long orderId, Collection<Long> lineIds, String who);
}
