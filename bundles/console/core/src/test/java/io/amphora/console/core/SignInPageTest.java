package io.amphora.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    @Test
    void leadsBackToThePageThatWasAskedFor() {
        assertThat(SignInPage.target("orders/12?view=late")).isEqualTo("/console/orders/12?view=late");
        assertThat(SignInPage.target(null)).isEqualTo("/console/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "../other", "a\r\nSet-Cookie: x=y", "orders//x", " orders"})
    void leadsNowhereElse(String to) {
        assertThat(SignInPage.target(to)).isEqualTo("/console/");
    }

    @Test
    void escapesWhatComesFromOutside() {
        assertThat(HtmlPage.field("Name", "name", "text", "", "\"><script>", "<b>")).contains("&quot;&gt;&lt;script&gt;").contains("&lt;b&gt;").doesNotContain("<script>");
    }
}
