package io.amphora.console.api.kit;

import com.vaadin.flow.server.VaadinSession;
import io.amphora.common.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Money, numbers and times as the user reads them. Not thread-safe; make one per view: {@link #current()}. */
public final class Formats {
    private final Locale locale;
    private final ZoneId zone;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** In language and time zone of the user of this UI thread. */
    public static Formats current() {
        VaadinSession session = VaadinSession.getCurrent();
        ZoneId zone = session == null ? null : session.getAttribute(ZoneId.class);
        return new Formats(Texts.locale(), zone == null ? ZoneOffset.UTC : zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** With the currency's own decimals, more only where the amount has them: {@code €1,234.50}; empty for null. */
    public String money(Money money) {
        if (money == null) {
            return "";
        }
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, Money.SCALE));
        return format.format(money.amount());
    }

    /** A quantity with its unit: {@code 1,200 pcs}; the unit's label is message {@code unit.<unit>}, or the unit itself. */
    public String quantity(BigDecimal quantity, String unit) {
        String number = number(quantity);
        return number.isEmpty() || unit == null || unit.isEmpty() ? number : number + " " + Texts.orElse("unit." + unit, unit);
    }

    /** Exact, grouped; empty for null. */
    public String number(BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** 0.256 is 25.6 %. */
    public String percent(BigDecimal part) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return part == null ? "" : format.format(part);
    }

    public String date(LocalDate date) {
        return date == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
    }

    /** The day it is for the user. */
    public String date(Instant instant) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone));
    }

    public String dateTime(Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone).format(instant);
    }

    /** {@code 5 min ago}, {@code in 2 h}; after a week the date. Show {@link #dateTime} beside it or in the tooltip. */
    public String relative(Instant instant) {
        return instant == null ? "" : relative(instant, Instant.now());
    }

    String relative(Instant instant, Instant now) {
        Duration ago = Duration.between(instant, now);
        String when = ago.isNegative() ? "in" : "ago";
        Duration distance = ago.abs();
        if (distance.toSeconds() < 60) {
            return Texts.of("kit.time.now");
        }
        if (distance.toHours() < 1) {
            return Texts.of("kit.time.minutes-" + when, distance.toMinutes());
        }
        if (distance.toHours() < 24) {
            return Texts.of("kit.time.hours-" + when, distance.toHours());
        }
        return distance.toDays() < 7 ? Texts.of("kit.time.days-" + when, distance.toDays()) : date(instant);
    }
}
