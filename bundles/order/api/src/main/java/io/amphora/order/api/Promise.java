package io.amphora.order.api;

import java.time.LocalDate;

/**
 * A day on which the goods are to leave, as told to the customer.
 *
 * @param first   the day promised first; stays, so that slips can be measured; null while nothing is promised
 * @param current the day promised now; null while nothing is promised
 */
public record Promise(LocalDate first, LocalDate current) {
    public static final Promise NONE = new Promise(null, null);

    /** With another day; the first one stays. */
    public Promise to(LocalDate day) {
        return new Promise(first == null ? day : first, day);
    }

    /** Whether it is later than it was said first. */
    public boolean slipped() {
        return first != null && current.isAfter(first);
    }

    public boolean made() {
        return current != null;
    }
}
