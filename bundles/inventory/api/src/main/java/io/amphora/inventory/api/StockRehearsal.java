package io.amphora.inventory.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what reserving would do, one order after the other, and reserves nothing: it counts down a copy of the counters. What the copy has of a SKU is read when it is first wanted. Not
 * thread-safe.
 *
 * @since 1.9
 */
@ProviderType
public interface StockRehearsal {
    /** As {@link Reservations#reserve}. */
    Map<Long, Long> reserve(List<Reservations.Wanted> wanted, Long preferred);

    /** As {@link Reservations#reserveAvailable}. */
    List<Reservations.Taken> reserveAvailable(List<Reservations.Wanted> wanted, Long preferred);

    /** What was taken so far stays taken. */
    void keep();

    /** Gives back what was taken since the last {@link #keep}: what a rolled back transaction does. */
    void undo();
}
