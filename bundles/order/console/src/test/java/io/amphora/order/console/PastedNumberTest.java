package io.amphora.order.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedNumberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12|en|12", "12,5|en|12.5", "12.5|de|12.5", "1.234,50|en|1234.50", "1,234.50|de|1234.50", "1 234,5|en|1234.5", "1,234|en|1234", "1,234|de|1.234",
        "1.234|de|1234", "1.234|en|1.234", "0,125|en|0.125", "1.234.567|en|1234567", "€ 12,90|en|12.90", "12.90 €|en|12.90", "-3|en|-3", "'1’234.50'|de|1234.50"})
    void reads(String text, String language, String value) {
        assertThat(PastedNumber.read(text, Locale.forLanguageTag(language))).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"twelve", "''", "1.2.3", "12.90 5%", "1e9", "123456789012"})
    void refuses(String text) {
        assertThat(PastedNumber.read(text, Locale.ENGLISH)).isNull();
    }
}
