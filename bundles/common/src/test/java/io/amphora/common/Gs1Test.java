package io.amphora.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Gs1Test {
    @Test
    void knowsGtinsOfAllLengths() {
        assertThat(Gs1.isGtin("4006381333931")).isTrue();
        assertThat(Gs1.isGtin("96385074")).isTrue();
        assertThat(Gs1.isGtin("036000291452")).isTrue();
        assertThat(Gs1.isGtin("04006381333931")).isTrue();
        assertThat(Gs1.isGtin("4006381333932")).isFalse();
        assertThat(Gs1.isGtin("400638133393")).isFalse();
        assertThat(Gs1.isGtin("4006381333931 ")).isFalse();
        assertThat(Gs1.isGtin(null)).isFalse();
    }

    @Test
    void makesSsccsThatProveThemselves() {
        // the example of the GS1 general specifications
        assertThat(Gs1.sscc("0614141", 123456789)).isEqualTo("006141411234567890");
        for (String prefix : new String[] {"4012", "0614141", "950110153", "952123456789"}) {
            for (long serial : new long[] {0, 1, 9_999, 123_456_789, Long.MAX_VALUE}) {
                assertThat(Gs1.sscc(prefix, serial)).hasSize(18).matches(Gs1::isSscc).satisfies(s -> assertThat(s.substring(1)).startsWith(prefix));
            }
        }
        assertThat(Gs1.sscc("952123456789", 10_000)).startsWith("1952123456789");
        assertThat(Gs1.isSscc("006141411234567891")).isFalse();
    }
}
