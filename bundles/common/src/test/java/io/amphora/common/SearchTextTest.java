package io.amphora.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void caseAndWidthDoNotMatter() {
        assertThat(SearchText.key("  ＡＢc１ ", 40)).isEqualTo("abc1");
        assertThat(SearchText.key(null, 40)).isEmpty();
        assertThat(SearchText.key("abcdef", 3)).isEqualTo("abc");
        assertThat(SearchText.key("ab😀", 3)).isEqualTo("ab");
    }

    @Test
    void prefixRangeHoldsExactlyTheTextsThatBeginWithIt() {
        for (String prefix : new String[] {"a", "te", "红色", "x\uD7FF", "z😀"}) {
            String after = SearchText.after(prefix);
            assertThat(prefix).isLessThan(after);
            assertThat(prefix + "zzz").isLessThan(after);
            assertThat(prefix + "龙井").isLessThan(after);
        }
        assertThat(SearchText.after("te")).isEqualTo("tf");
    }

    @Test
    void findsEveryWordAndEveryChineseCharacter() {
        assertThat(SearchText.words("WHITE Hanging-Heart T-Light", 40, 40)).containsExactly("white", "hanging", "heart", "t", "light");
        assertThat(SearchText.words("龙井绿茶 Longjing 100 g", 40, 40)).containsExactly("龙井绿茶", "井绿茶", "绿茶", "茶", "longjing", "100", "g");
        assertThat(SearchText.words("a b c d", 40, 2)).containsExactly("a", "b");
        assertThat(SearchText.words("...", 40, 2)).isEmpty();
    }

    @Test
    void refusesNumbersOfAbsurdSizeWithoutWritingThemOut() {
        Problems problems = new Problems();

        problems.positive("quantity", new BigDecimal("-1E1000000000"), 3);
        problems.notNegative("price", new BigDecimal("1E-1000000000"), 4);
        problems.positive("quantity", new BigDecimal("1E2147483647"), 3);

        assertThat(problems.all()).extracting(Problem::code).containsExactly("not-positive", "too-large", "too-many-decimals", "too-large");
    }
}
