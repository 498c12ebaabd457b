package io.amphora.document.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DocumentFormatsTest {
    private final DocumentFormats english = new DocumentFormats(Locale.ENGLISH, ZoneId.of("UTC"));
    private final DocumentFormats german = new DocumentFormats(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    private final DocumentFormats chinese = new DocumentFormats(Locale.CHINESE, ZoneId.of("Asia/Shanghai"));

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        assertThat(english.money(Money.of("1234.5", "EUR"))).isEqualTo("EUR\u00a01,234.50");
        assertThat(german.money(Money.of("1234.5", "EUR"))).isEqualTo("EUR\u00a01.234,50");
        assertThat(english.money(Money.of("1234.5", "JPY"))).isEqualTo("JPY\u00a01,235");
        assertThat(chinese.money(Money.of("-0.005", "CNY"))).isEqualTo("CNY\u00a0-0.01");
    }

    @Test
    void unitPriceKeepsFineDecimals() {
        assertThat(english.unitPrice(Money.of("0.1234", "EUR"))).isEqualTo("EUR\u00a00.1234");
        assertThat(english.unitPrice(Money.of("2", "EUR"))).isEqualTo("EUR\u00a02.00");
    }

    @Test
    void quantitiesAndDatesAreWrittenAsTheLanguageDoes() {
        Instant late = Instant.parse("2026-11-22T20:05:00Z");

        assertThat(german.quantity(new BigDecimal("1234.500"))).isEqualTo("1.234,5");
        assertThat(english.date(late)).isEqualTo("Nov 22, 2026");
        assertThat(german.dateTime(late)).isEqualTo("22.11.2026 21:05");
        assertThat(chinese.dateTime(late)).isEqualTo("2026年11月23日 04:05");
    }
}
