package io.amphora.audit.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassingTest {
    @Test
    void tellsPassingStatesFromTextsThatOnlyLookLikeThem() {
        assertThat(Payload.passing("{\"by\":\"ann\",\"file\":\"a.csv\",\"state\":\"CHECKING\",\"passing\":true}")).isTrue();
        assertThat(Payload.passing("{\"by\":\"ann\",\"file\":\"\\\"passing\\\":true\"}")).isFalse();
        assertThat(Payload.passing("{\"by\":\"ann\",\"passing\":false}")).isFalse();
    }
}
