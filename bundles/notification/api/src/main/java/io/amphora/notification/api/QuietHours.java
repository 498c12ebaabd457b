package io.amphora.notification.api;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody does not want to be disturbed, every day. May pass midnight.
 *
 * @param from null if there are none
 * @param to   the first moment after; null if there are none
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public static final QuietHours NONE = new QuietHours(null, null, null);

    /** @return when the quiet hours end in which the moment falls; the moment itself if it falls in none */
    public Instant after(Instant moment) {
        if (from == null || to == null || zone == null || from.equals(to)) {
            return moment;
        }
        ZonedDateTime here = moment.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overnight = from.isAfter(to);
        boolean quiet = overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return moment;
        }
        boolean tomorrow = overnight && !time.isBefore(from);
        return here.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant();
    }
}
