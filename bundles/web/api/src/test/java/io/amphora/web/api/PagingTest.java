package io.amphora.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void beginsAtTheBeginningWithTheUsualSize() {
        assertThat(new Paging(null, null).request()).isEqualTo(new PageRequest(null, PageRequest.DEFAULT));
        assertThat(new Paging("abc", "20").request()).isEqualTo(new PageRequest("abc", 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", "1.5", "99999999999"})
    void refusesSizesOutOfRange(String size) {
        assertThatThrownBy(() -> new Paging(null, size).request()).isInstanceOf(AmphoraException.Invalid.class);
    }
}
