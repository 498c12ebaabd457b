package io.amphora.notification.rest;

import io.amphora.common.Problems;
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
        Problems problems = new Problems();
        QuietHours hours = new QuietHours(read(problems, "from", from, LocalTime::parse), read(problems, "to", to, LocalTime::parse), read(problems, "zone", zone, ZoneId::of));
        if (!problems.isEmpty()) {
            // the use case is not asked any more: what is missing is said here
            missing(problems, "from", from);
            missing(problems, "to", to);
            missing(problems, "zone", zone);
        }
        problems.throwIfAny();
        return hours;
    }

    private static void missing(Problems problems, String field, String text) {
        problems.check(text != null && !text.isBlank(), field, "required", "must not be empty");
    }

    private static <T> T read(Problems problems, String field, String text, Function<String, T> parse) {
        try {
            return text == null || text.isBlank() ? null : parse.apply(text.strip());
        } catch (DateTimeException e) {
            problems.add(field, "unknown-value", "there is no {0}", text);
            return null;
        }
    }
}
