package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.Xhtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPressTest {
    private final PdfPress press = new PdfPress();

    private static String page(String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body style=\"font-family: 'Open Sans'\">" + body + "</body></html>";
    }

    @Test
    void refusesWhatIsNoPage() {
        assertThatThrownBy(() -> press.print(null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> press.print("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> press.print(page("<p>"))).isInstanceOf(IOException.class).hasMessageContaining("not well-formed, line 1");
    }

    @Test
    void refusesDocumentTypesAndWithThemEntities(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");

        assertThatThrownBy(() -> press.print("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + page("&e;"))).isInstanceOf(IOException.class);
    }

    @Test
    void loadsNothingFromAnywhere(@TempDir Path folder) throws IOException {
        Path style = Files.writeString(folder.resolve("style.css"), ".secret { display: none; }");
        String link = "<style>@import url('" + style.toUri() + "');</style><link rel=\"stylesheet\" href=\"" + style.toUri() + "\"/>";

        byte[] pdf = press.print(page(link + "<img src=\"http://127.0.0.1:9/x.png\"/><p class=\"secret\">still there</p>"));

        assertThat(Papers.text(pdf)).contains("still there");
    }

    @Test
    void asksTheChineseFontForWhatAnotherLacks() throws IOException {
        assertThat(Papers.text(press.print(page("Order 订单 confirmed")))).contains("Order", "订单", "confirmed");
    }

    @Test
    void barcodeThatCannotBeLeavesItsPlaceEmpty() throws IOException {
        byte[] pdf = press.print(page(Xhtml.barcode("code128", "订单", "width: 50mm; height: 9mm") + Xhtml.barcode("ean13", "123", "width: 50mm; height: 9mm")
                + Xhtml.barcode("none", "123", "width: 50mm; height: 9mm") + "<p>after</p>"));

        assertThat(Papers.text(pdf)).contains("after");
    }

    @Test
    void whateverPeopleTypeCanBePrinted() throws IOException {
        List<String> naughty = new ArrayList<>(List.of("\u0000\u0007\u001b[31m", "\uD800", "\uFFFE\uFFFF", "😀👩‍👩‍👧", "مرحبا بالعالم", "שלום", "ثم نفس سقطت", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "\u202Etest\u202E", "\u2028\u2029\u200b",
                "{{7*7}}${7*7}", "<![CDATA[", "]]>", "&#0;", "<!--", "%n%s", "\t\u000b\f", ""));
        Path file = Path.of(System.getProperty("amphora.data", "../../../../../shared/data"), "vectors/naughty-strings/blns.txt");
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(naughty::add);
        }
        List<DocumentModel.Line> lines = new ArrayList<>();
        for (int i = 0; i < naughty.size(); i++) {
            lines.add(Papers.line(DocumentKind.PICKING_LIST, i + 1, naughty.get(i), naughty.get(i)));
        }
        DocumentModel model = Papers.of(DocumentKind.PICKING_LIST, naughty.get(0), naughty.subList(0, 5), String.join("\n", naughty), lines);

        byte[] pdf = press.print(new ShippedTemplate(DocumentKind.PICKING_LIST).render(model, Locale.ENGLISH));

        assertThat(Papers.pages(pdf)).isPositive();
        assertThat(Papers.text(pdf)).contains("{{7*7}}${7*7}", "<![CDATA[");
        assumeThat(naughty.size()).as("the list of naughty strings is not here: only a few were tried").isGreaterThan(100);
    }
}
