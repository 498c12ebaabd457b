package io.amphora.order.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void nothingThatIsPutInBecomesMarkup() {
        String nasty = "<img src=x onerror=\"alert('1')\">&amp;";
        String html = new Markup().open("td", "title", nasty).span("muted", nasty).close("td").toString();
        String escaped = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;";
        assertThat(html).isEqualTo("<td title=\"" + escaped + "\"><span class=\"muted\">" + escaped + "</span></td>");
    }
}
