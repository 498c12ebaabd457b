package io.amphora.console.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.console.api.kit.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormatsTest {
    @RegisterExtension
    final ConsoleTester console = new ConsoleTester().in(Locale.SIMPLIFIED_CHINESE);

    @Test
    void showsMoneyWithItsOwnDecimals() {
        Formats formats = new Formats(Locale.US, java.time.ZoneOffset.UTC);

        assertThat(formats.money(Money.of("1234.5", "EUR"))).isEqualTo("€1,234.50");
        assertThat(formats.money(Money.of("1234.5678", "USD"))).isEqualTo("$1,234.5678");
        assertThat(formats.money(Money.of("1234", "JPY"))).isEqualTo("¥1,234");
        assertThat(formats.money(null)).isEmpty();
        assertThat(formats.number(new BigDecimal("1234567.890"))).isEqualTo("1,234,567.89");
    }

    @Test
    void showsTimesInTheZoneAndLanguageOfTheUser() {
        Instant noon = Instant.parse("2026-07-01T12:00:00Z");

        assertThat(Formats.current().dateTime(noon)).contains("2026").contains("下午2:00").contains("7月");
        assertThat(Formats.current().relative(Instant.now().minusSeconds(180))).isEqualTo("3 分钟前");
    }
}
