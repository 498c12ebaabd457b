package io.amphora.notification.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;

/** Quiet hours: {@code 22:00} to {@code 07:00} in a time zone; all absent for none. */
public record QuietHoursJson(String from, String to, String zone) {
    static QuietHoursJson of(QuietHours q) {
        return new QuietHoursJson(q.from() == null ? null : q.from().toString(), q.to() == null ? null : q.to().toString(), q.zone() == null ? null : q.zone().getId());
    }

    QuietHours toHours() {
        return new QuietHours(read("from", from, LocalTime::parse), read("to", to, LocalTime::parse), read("zone", zone, ZoneId::of));
    }

    private static <T> T read(String field, String text, Function<String, T> parse) {
        try {
            return text == null || text.isBlank() ? null : parse.apply(text.strip());
        } catch (DateTimeException e) {
            throw new AmphoraException.Invalid(Problem.of(field, "unknown-value", "there is no {0}", text));
        }
    }
}
