package io.amphora.document.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XhtmlTest {
    @Test
    void escapesMarkup() {
        assertThat(Xhtml.text("<b title=\"x\">&'</b>")).isEqualTo("&lt;b title=&quot;x&quot;&gt;&amp;&#39;&lt;/b&gt;");
        assertThat(Xhtml.text(null)).isEmpty();
    }

    @Test
    void replacesWhatXmlCannotCarry() {
        assertThat(Xhtml.text("a\u0000b\u0008c\uD800d\uFFFEe")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(Xhtml.text("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void keepsLineBreaks() {
        assertThat(Xhtml.lines("a\r\nb\nc\r<d")).isEqualTo("a<br/>b<br/>c<br/>&lt;d");
    }

    @Test
    void barcodeCarriesAnyContent() {
        assertThat(Xhtml.barcode("code128", "A\"><x", "width: 50mm")).contains("data-content=\"A&quot;&gt;&lt;x\"");
    }
}
