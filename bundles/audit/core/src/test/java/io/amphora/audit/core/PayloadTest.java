package io.amphora.audit.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @Test
    void findsWhoActedBehindOtherFields() {
        assertThat(Payload.of("{\"number\":\"SO-1\",\"lines\":[{\"by\":\"not me\"}],\"by\":\"bob\"}").by()).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "nonsense", "{\"by\":null}", "{\"by\":\"\"}", "{\"by\":{\"name\":\"bob\"}}", "{\"by"})
    void saysUnknownWhenTheEventDoesNotTell(String json) {
        assertThat(Payload.of(json).by()).isEqualTo(Payload.NOBODY);
        assertThat(Payload.of(json).details()).isEqualTo(json);
    }

    @Test
    void fitsItsColumnsWhateverComes() {
        Payload payload = Payload.of("{\"by\":\"" + "b".repeat(500) + "\",\"note\":\"" + "x".repeat(20_000) + "\"}");

        assertThat(payload.by()).hasSize(100);
        assertThat(payload.details()).hasSize(8000);
    }
}
