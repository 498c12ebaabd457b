package io.amphora.transfer.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.transfer.api.FileFormat.DateOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2.55|2.55", "-11062.06|-11062.06", "1,234.50|1234.50", "$ 1,234|1234", "¥12.00|12.00", "(3.20)|-3.20", "12-|-12", "1e3|1E+3", ".5|0.5",
        "7.|7", "USD 5|5", "−4|-4", "1,23,456.50|123456.50", "１２.５|12.5", "R$ 7|7", "12.5 pcs|12.5", "12 345 678|12345678", "1'000.10|1000.10", "-$5.00|-5.00", "5 €|5"})
    void readsNumbersWithADecimalPoint(String text, String expected) {
        assertThat(Values.number(text, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2,55|2.55", "1.234,50|1234.50", "1 234,5|1234.5", "1.234.567,89 €|1234567.89", "EUR 1.000|1000", "12|12", "-3,5 €|-3.5"})
    void readsNumbersWithADecimalComma(String text, String expected) {
        assertThat(Values.number(text, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,23", "1.2.3", "12%", "1,2345", "--1", "=1+1", "NaN", "1e999", "0x10", "∞", "１２.３.４", "99999999999999999999999999999999999999999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(Values.number(text, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2010-12-01 08:26:00,YMD,2010-12-01T08:26:00Z", "2010/12/1,YMD,2010-12-01T00:00:00Z", "20101201,YMD,2010-12-01T00:00:00Z", "1/12/10 8:26,DMY,2010-12-01T08:26:00Z",
        "1/12/2010,MDY,2010-01-12T00:00:00Z", "01.Dec.2010,DMY,2010-12-01T00:00:00Z", "2010年12月1日,YMD,2010-12-01T00:00:00Z", "2025-12-06T10:37:33.120Z,YMD,2025-12-06T10:37:33.120Z",
        "2025-12-06 10:37:33 -0500,YMD,2025-12-06T15:37:33Z", "12/6/2025 3:05 PM,MDY,2025-12-06T15:05:00Z", "12/6/2025 12:05 am,MDY,2025-12-06T00:05:00Z",
        "2025-12-06T10:37:33+08:00,DMY,2025-12-06T02:37:33Z", "03/01/69,DMY,2069-01-03T00:00:00Z", "20101201083000,YMD,2010-12-01T08:30:00Z",
        "40513.35,MDY,2010-12-01T08:24:00Z", "40513,MDY,2010-12-01T00:00:00Z", "1291192200,YMD,2010-12-01T08:30:00Z", "1291192200000,YMD,2010-12-01T08:30:00Z", "1er décembre 2010,YMD,2010-12-01T00:00:00Z",
        "3. März 2021,DMY,2021-03-03T00:00:00Z", "1 de dic de 2010,DMY,2010-12-01T00:00:00Z", "Wednesday 01/12/2010 8:30,DMY,2010-12-01T08:30:00Z"})
    void readsDates(String text, DateOrder order, Instant expected) {
        assertThat(Dates.instant(text, order, ZoneOffset.UTC)).isEqualTo(expected);
    }

    @Test
    void readsEnglishMonthNamesInEitherPlace() {
        assertThat(Dates.instant("Dec 1, 2010", DateOrder.MDY, ZoneOffset.UTC)).isEqualTo("2010-12-01T00:00:00Z");
        assertThat(Dates.instant("Wed, 1 Dec 2010 10:00", DateOrder.MDY, ZoneOffset.UTC)).isEqualTo("2010-12-01T10:00:00Z");
        assertThat(Dates.instant("December 1st, 2010", DateOrder.MDY, ZoneOffset.UTC)).isEqualTo("2010-12-01T00:00:00Z");
        assertThat(Dates.instant("1 December 2010 10:00", DateOrder.MDY, ZoneOffset.UTC)).isEqualTo("2010-12-01T10:00:00Z");
    }

    @Test
    void takesTheZoneOfTheFileWhereTheDateHasNone() {
        assertThat(Dates.instant("2020-02-21 00:00:00", DateOrder.YMD, ZoneId.of("Asia/Shanghai"))).isEqualTo("2020-02-20T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2010-13-01", "2010-02-30", "31/13/10", "0000-00-00", "2010", "12", "1.5", "2010-12-01 25:00", "2010-12-01 nonsense", "99999999999-1-1"})
    void refusesWhatIsNoDate(String text) {
        assertThat(Dates.instant(text, DateOrder.YMD, ZoneOffset.UTC)).isNull();
    }

    @Test
    void tellsDayFromMonthByAllValues() {
        assertThat(dates("1/2/2011", "3/4/2011", "25/4/2011")).isEqualTo(DateOrder.DMY);
        assertThat(dates("1/2/2011", "3/4/2011", "4/25/2011")).isEqualTo(DateOrder.MDY);
        assertThat(dates("2011-01-02", "2011-25-02")).isEqualTo(DateOrder.YMD);
        assertThat(dates("1/12/2010", "2/12/2010", "3/12/2010")).as("closer together as days of December").isEqualTo(DateOrder.DMY);
        assertThat(dates("03/01/19", "31/01/19")).isEqualTo(DateOrder.DMY);
    }

    @Test
    void tellsDecimalsFromThousandsByAllValues() {
        assertThat(comma("1.234", "2,5")).isTrue();
        assertThat(comma("1,234", "2.5")).isFalse();
        assertThat(comma("1.234,56")).isTrue();
        assertThat(comma("1,234.56")).isFalse();
        assertThat(comma("1,234", "2,000")).isFalse();
        assertThat(comma("12", "13")).isFalse();
        assertThat(comma("1.234.567", "2,5")).isTrue();
    }

    @Test
    void tellsTheNotationOfEachColumn() {
        Decimals d = new Decimals();
        List.of("1.234,50", "2,5", "3,99").forEach(v -> d.take("unitPrice", v));
        List.of("1.5", "2.25").forEach(v -> d.take("quantity", v));
        List.of("1.234", "12").forEach(v -> d.take("tax", v));

        assertThat(d.comma()).isTrue();
        assertThat(d.others()).containsExactly(Map.entry("quantity", false));
        assertThat(d.uncertain()).as("others tell").isEmpty();
        Decimals unclear = new Decimals();
        unclear.take("quantity", "1,234");
        assertThat(unclear.uncertain()).containsExactly("quantity");
        d.take("unitPrice", "1,234.50");
        assertThat(d.mixed()).containsExactly("unitPrice");
    }

    @Test
    void bringsSpreadsheetNumbersBackToIdentifiers() {
        assertThat(Values.identifier("17850.0")).isEqualTo("17850");
        assertThat(Values.identifier("A1.0")).isEqualTo("A1.0");
        assertThat(Values.identifier("'00123")).isEqualTo("00123");
        assertThat(Values.identifier(".0")).isEqualTo(".0");
    }

    private static DateOrder dates(String... values) {
        Notation n = new Notation();
        for (String v : values) {
            n.date(v);
        }
        return n.dates();
    }

    private static boolean comma(String... values) {
        Decimals n = new Decimals();
        for (String v : values) {
            n.take("x", v);
        }
        return n.comma();
    }
}
