package io.amphora.document.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** For templates: money, numbers and dates as a language writes them. Not thread-safe; make one per document. */
public final class DocumentFormats {
    private static final int UNIT_PRICE_DECIMALS = Money.SCALE;

    private final Locale locale;
    private final ZoneId zone;

    public DocumentFormats(Locale language, ZoneId zone) {
        this.locale = language;
        this.zone = zone;
    }

    /** Rounded to the currency's decimals, with its code: {@code EUR 1,234.50}. */
    public String money(Money money) {
        return money(money.rounded(), 0);
    }

    /** As {@link #money}, but with the further decimals that a unit price has. */
    public String unitPrice(Money price) {
        return money(price, UNIT_PRICE_DECIMALS);
    }

    private String money(Money money, int mostDecimals) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        NumberFormat format = number(decimals, Math.max(decimals, mostDecimals));
        return money.currency().getCurrencyCode() + "\u00a0" + format.format(money.amount());
    }

    public String quantity(BigDecimal quantity) {
        return number(0, 3).format(quantity);
    }

    private NumberFormat number(int least, int most) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }

    /** {@code 22 Nov 2026}, {@code 2026年11月22日}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(locale.getLanguage().equals("zh") ? FormatStyle.LONG : FormatStyle.MEDIUM).withLocale(locale).format(date);
    }

    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    /** Date, and time to the minute. */
    public String dateTime(Instant at) {
        return date(at) + " " + DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }
}
