package io.amphora.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

    @Test
    void waitsUntilMorningOnBothSidesOfMidnight() {
        assertThat(night.after(Instant.parse("2026-01-10T22:30:00Z"))).isEqualTo("2026-01-11T06:00:00Z");
        assertThat(night.after(Instant.parse("2026-01-11T03:00:00Z"))).isEqualTo("2026-01-11T06:00:00Z");
    }

    @Test
    void leavesTheDayAlone() {
        Instant noon = Instant.parse("2026-01-10T11:00:00Z");
        assertThat(night.after(noon)).isEqualTo(noon);
        Instant first = Instant.parse("2026-01-11T06:00:00Z");
        assertThat(night.after(first)).as("the end is not quiet").isEqualTo(first);
        assertThat(QuietHours.NONE.after(noon)).isEqualTo(noon);
    }

    @Test
    void knowsHoursWithinOneDay() {
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN);
        assertThat(lunch.after(Instant.parse("2026-01-10T11:30:00Z"))).isEqualTo("2026-01-10T12:00:00Z");
        Instant after = Instant.parse("2026-01-10T12:30:00Z");
        assertThat(lunch.after(after)).isEqualTo(after);
    }

    @Test
    void endsByTheWallClockWhenSummerTimeBegins() {
        assertThat(night.after(Instant.parse("2026-03-28T22:00:00Z"))).isEqualTo("2026-03-29T05:00:00Z");
    }
}
