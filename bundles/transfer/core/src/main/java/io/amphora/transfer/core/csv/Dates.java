package io.amphora.transfer.core.csv;

import io.amphora.transfer.api.FileFormat.DateOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads dates, with or without time, in any separators and with English month names: {@code 2010-12-01 08:26:00}, {@code 1/12/10 8:26},
 * {@code 01.Dec.2010}, {@code 20101201}, {@code 2010年12月1日}, {@code 2025-12-06T10:37:33.120Z}, {@code 12/6/2025 3:05 PM}, {@code 2025-12-06 10:37:33 -0500}, {@code Wed, 1 Dec 2010}, {@code 1er décembre 2010},
 * {@code 20101201083000}, the day numbers of spreadsheets ({@code 40513.35}) and seconds or milliseconds since 1970.
 */
public final class Dates {
    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /** @return null if it is no date in this order */
    public static Instant instant(String text, DateOrder order, ZoneId zone) {
        try {
            return Stamps.looksLike(text) ? Stamps.instant(text, zone) : new Dates(withoutWeekday(text)).read(order, zone);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The three numbers a date begins with, a month name as -1 to -12; null if it does not look like a date. */
    public static int[] parts(String text) {
        return Stamps.looksLike(text) ? null : new Dates(withoutWeekday(text)).three();
    }

    /** {@code Wed, 1 Dec 2010}, {@code Wednesday 01/12/2010}. */
    private static String withoutWeekday(String text) {
        int letters = 0;
        while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        if (letters == 0 || Months.of(text.substring(0, letters)) > 0) {
            return text;
        }
        int next = letters;
        while (next < text.length() && " .,".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next > letters ? text.substring(next) : text;
    }

    private int[] three() {
        int[] p = new int[3];
        for (int i = 0; i < 3; i++) {
            int from = at;
            p[i] = part();
            if (p[i] == Integer.MIN_VALUE) {
                return null;
            }
            if (i == 0 && p[0] > 0 && at - from == 8) {
                return new int[] {p[0] / 10000, p[0] / 100 % 100, p[0] % 100};
            }
            skipOrdinal();
            int separator = at;
            while (at < text.length() && " ./-,\u00A0年月".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (i < 2 && separator == at) {
                return null;
            }
        }
        at += at < text.length() && text.charAt(at) == '日' ? 1 : 0;
        return p;
    }

    /** {@code 1st}, {@code 2nd}, {@code 3rd}, {@code 4th}, {@code 1er}, and {@code de} between Spanish and Portuguese parts. */
    private void skipOrdinal() {
        for (String ordinal : List.of("st", "nd", "rd", "th", "er", " de ")) {
            if (text.regionMatches(true, at, ordinal, 0, ordinal.length())) {
                at += ordinal.length() - (ordinal.startsWith(" ") ? 1 : 0);
                return;
            }
        }
    }

    private int part() {
        int from = at;
        int value = 0;
        while (at < text.length() && digit(text.charAt(at)) && at - from < 9) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        if (at > from) {
            return value;
        }
        while (at < text.length() && Character.isLetter(text.charAt(at)) && text.charAt(at) < 0x2E80) {
            at++;
        }
        int month = Months.of(text.substring(from, at));
        return month == 0 ? Integer.MIN_VALUE : -month;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private Instant read(DateOrder order, ZoneId zone) {
        int[] p = three();
        if (p == null) {
            return null;
        }
        int[] ymd = ordered(p, order);
        int year = ymd[0] < 0 ? -1 : ymd[0] >= 100 ? ymd[0] : ymd[0] + (ymd[0] < 70 ? 2000 : 1900);
        if (year < 1900 || year > 2200) {
            return null;
        }
        return time(year, Math.abs(ymd[1]), Math.abs(ymd[2]), zone);
    }

    /** Year, month and day; a name tells the month, and four digits the year, whatever the order. */
    private static int[] ordered(int[] p, DateOrder order) {
        if (p[0] < 0) {
            return new int[] {p[2], p[0], p[1]};
        }
        if (p[0] > 31 || order == DateOrder.YMD && !(p[1] < 0 && p[2] > 31)) {
            return p;
        }
        return p[1] > 0 && order == DateOrder.MDY ? new int[] {p[2], p[0], p[1]} : new int[] {p[2], p[1], p[0]};
    }

    private Instant time(int year, int month, int day, ZoneId zone) {
        skipTo();
        int[] hms = new int[3];
        int nano = 0;
        for (int i = 0; i < 3 && at < text.length() && digit(text.charAt(at)); i++) {
            hms[i] = part();
            if (at < text.length() && ":时分".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                break;
            }
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && at + 1 < text.length() && digit(text.charAt(at + 1))) {
            nano = fraction();
        }
        String rest = Values.strip(text.substring(at));
        if (rest.length() >= 2 && rest.substring(0, 2).equalsIgnoreCase("pm") || rest.startsWith("下午")) {
            hms[0] = hms[0] % 12 + 12;
            rest = Values.strip(rest.substring(2));
        } else if (rest.length() >= 2 && rest.substring(0, 2).equalsIgnoreCase("am") || rest.startsWith("上午")) {
            hms[0] = hms[0] % 12;
            rest = Values.strip(rest.substring(2));
        }
        ZoneId own = zone(rest, zone);
        LocalDateTime local = LocalDateTime.of(year, month, day, hms[0], hms[1], hms[2], nano);
        return own == null ? null : own == ZoneOffset.UTC ? local.toInstant(ZoneOffset.UTC) : local.atZone(own).toInstant();
    }

    private void skipTo() {
        while (at < text.length() && " T\u00A0,".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private int fraction() {
        int from = ++at;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        return Integer.parseInt((text.substring(from, Math.min(at, from + 9)) + "000000000").substring(0, 9));
    }

    /** @return null if the text is no zone */
    private static ZoneId zone(String text, ZoneId otherwise) {
        if (text.isEmpty() || text.equals("秒")) {
            return otherwise;
        }
        if (text.equals("Z") || text.equals("UTC") || text.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        return text.matches("[+-][0-9]{2}:?[0-9]{2}") ? ZoneOffset.of(text.length() == 5 ? text.substring(0, 3) + ":" + text.substring(3) : text) : null;
    }
}
