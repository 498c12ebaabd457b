package io.amphora.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import javax.ws.rs.ClientErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
    @Test
    void readsBackTheVersionItWrote() {
        assertThat(ETags.of(7).getValue()).isEqualTo("7");
        assertThat(ETags.ifMatch("\"7\"")).isEqualTo(7);
        assertThat(ETags.ifMatch("\"7--gzip\"")).isEqualTo(7);
    }

    @Test
    void asksForThePreconditionWhenThereIsNone() {
        assertThatThrownBy(() -> ETags.ifMatch(null)).isInstanceOfSatisfying(ClientErrorException.class,
                e -> assertThat(e.getResponse().getStatus()).isEqualTo(428));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "W/\"7\"", "\"x\"", "\"-1\"", "\"7\", \"8\"", "\"99999999999999999999\""})
    void refusesWhatIsNoTagOfOurs(String header) {
        assertThatThrownBy(() -> ETags.ifMatch(header)).isInstanceOf(AmphoraException.Invalid.class);
    }
}
