package io.amphora.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonTest {
    @Test
    void moneyOfDifferentScaleIsEqual() {
        assertThat(Money.of("1.0", "EUR")).isEqualTo(Money.of("1.00", "EUR")).hasSameHashCodeAs(Money.of("1.000", "EUR"));
    }

    @Test
    void refusesToAddCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "CNY"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsToTheDecimalsOfTheCurrency() {
        assertThat(Money.of("1.005", "EUR").rounded().amount()).isEqualByComparingTo("1.01");
        assertThat(Money.of("1.5", "JPY").rounded().amount()).isEqualByComparingTo("2");
    }

    @Test
    void namesAllProblemsAtOnce() {
        Problems problems = new Problems();
        problems.text("name", " ", 10);
        problems.text("city", "x".repeat(11), 10);
        problems.positive("quantity", new BigDecimal("-1"), 3);

        assertThatThrownBy(problems::throwIfAny).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("name", "city", "quantity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half \uD83D a pair", "\uDE00", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"})
    void refusesTextsThatTheDatabaseWouldNotTake(String text) {
        Problems problems = new Problems();

        problems.optionalText("name", text, text.length() == 6 ? 5 : 20);

        assertThat(problems.all()).extracting(Problem::field).containsExactly("name");
    }

    @Test
    void knowsThatAnotherPageFollows() {
        Page<Long> page = Page.of(List.of(9L, 8L, 7L), 2, Long::longValue);

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(new PageRequest(page.next(), 2).afterNumber()).isEqualTo(8L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"})
    void disarmsFormulas(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "+3", "plain", ""})
    void leavesNumbersAndTextsAlone(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    }
}
