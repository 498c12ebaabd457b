package io.amphora.fulfilment.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one person, or several, take in one round.
 *
 * @param orderNumber null if it is of several orders
 * @param zone        null if it is of all zones, or of what lies in none
 * @param picker      sign-in name of who began it, null while nobody has
 * @param items       by zone, bin and SKU: the way through the house
 */
public record PickList(long id, String number, long waveId, String waveNumber, String orderNumber, long locationId, String location, String zone, PickState state, String picker,
                       List<PickItem> items, Instant startedAt, Instant endedAt, long version) {
    public PickList {
        items = List.copyOf(items);
    }

    public long done() {
        return items.stream().filter(PickItem::done).count();
    }

    /** What can be done with it by hand. */
    public Set<PickAction> possible() {
        return PickAction.nextOf(state).stream().filter(a -> a != PickAction.FINISH).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
