package io.amphora.transfer.core.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Points of time as one number: day numbers of spreadsheets, seconds and milliseconds since 1970, {@code 20101201083000}. */
final class Stamps {
    private static final Pattern DAYS = Pattern.compile("[2-7][0-9]{4}([.,][0-9]{1,12})?");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{9}");
    private static final Pattern MILLIS = Pattern.compile("[1-9][0-9]{12}");
    private static final Pattern COMPACT = Pattern.compile("(19|20|21)[0-9]{12}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    private Stamps() {
    }

    static boolean looksLike(String text) {
        return text.length() >= 5 && text.length() <= 18 && (DAYS.matcher(text).matches() || SECONDS.matcher(text).matches() || MILLIS.matcher(text).matches() || COMPACT.matcher(text).matches());
    }

    /** @throws java.time.DateTimeException if it is none after all */
    static Instant instant(String text, ZoneId zone) {
        if (COMPACT.matcher(text).matches()) {
            return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuuMMddHHmmss")).atZone(zone).toInstant();
        }
        if (SECONDS.matcher(text).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        BigDecimal days = new BigDecimal(text.replace(',', '.'));
        long seconds = days.remainder(BigDecimal.ONE).multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return DAY_ZERO.plusDays(days.longValue()).atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant();
    }
}
