package io.amphora.document.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentTemplate;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** What every document template must hold to. Extend it in the tests of the bundle that brings the template. */
public abstract class DocumentTemplateContract {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final String EVIL = "</td><script>alert(1)</script><img src='http://example.com/x.png'/>&amp;\"]]>\u0007";

    /** The template under test, configured as it comes. */
    protected abstract DocumentTemplate template();

    /** As its service property says. */
    protected abstract DocumentKind kind();

    /** As its service property says. */
    protected abstract List<Locale> languages();

    /** Documents that templates meet: with all data, as a preview with the least, long, and with markup everywhere. */
    protected final List<DocumentModel> models() {
        return List.of(model("A-1-1", "PO 7", "Ring twice.\nThen wait.", "Garden chair", 3), least(), model("A-2-1", "x".repeat(200), "长".repeat(2_000), "折叠花园椅".repeat(40), 300),
                model("A-3-1", EVIL, EVIL, EVIL, 1));
    }

    private DocumentModel model(String number, String reference, String note, String name, int lines) {
        boolean priced = kind().isPriced();
        Money price = Money.of("1234.5", "EUR");
        List<DocumentModel.Line> all = IntStream.rangeClosed(1, lines).mapToObj(i -> new DocumentModel.Line(i, name, name, i == 1 ? "4006381333931" : null, new BigDecimal("1.5"), "kg",
                priced ? price : null, priced ? price : null, kind() == DocumentKind.PICKING_LIST ? name : null, priced ? Money.of("1.5", "EUR") : null, priced ? BigDecimal.TEN : null,
                priced ? new BigDecimal("19") : null, note, priced ? List.of() : List.of(new DocumentModel.Part(name, BigDecimal.TEN)))).toList();
        List<DocumentModel.Shipment> shipments = kind() == DocumentKind.DELIVERY_NOTE ? List.of(new DocumentModel.Shipment(name, reference, Instant.EPOCH)) : List.of();
        return new DocumentModel(kind(), number, Instant.EPOCH, ZoneId.of("Asia/Shanghai"), List.of(name, reference), number, Instant.EPOCH, reference, LocalDate.EPOCH,
                new DocumentModel.Customer(reference, name), List.of(name, reference), note, all, priced ? price : null, shipments, kind() == DocumentKind.QUOTATION ? new DocumentModel.Offer(number, LocalDate.EPOCH) : null,
                kind().ofParcels() ? List.of(new DocumentModel.Parcel(number, 1, 2, "006141411234567890", name, reference, reference, new BigDecimal("1.2"), all)) : List.of(),
                priced ? sums(price, name) : null, kind() == DocumentKind.CREDIT_NOTE ? new DocumentModel.Reference(number, Instant.EPOCH, note) : null,
                kind() == DocumentKind.INVOICE || kind() == DocumentKind.ORDER_CONFIRMATION ? new DocumentModel.Payment("NET_14", LocalDate.EPOCH, price, price, new DocumentModel.Transfer(name, number, null, note, reference)) : null);
    }

    private static DocumentModel.Sums sums(Money price, String text) {
        return new DocumentModel.Sums(price, price, List.of(new DocumentModel.Charge("SHIPPING", text, price, BigDecimal.ONE), new DocumentModel.Charge("OTHER", null, price, null)), false,
                List.of(new DocumentModel.Tax(BigDecimal.ONE, price, price)));
    }

    private DocumentModel least() {
        boolean priced = kind().isPriced();
        Money none = Money.of("0", "JPY");
        DocumentModel.Line line = new DocumentModel.Line(1, "A", "A", null, BigDecimal.ONE, null, priced ? none : null, priced ? none : null, null);
        List<DocumentModel.Shipment> shipments = kind() == DocumentKind.DELIVERY_NOTE ? List.of(new DocumentModel.Shipment(null, null, Instant.EPOCH)) : List.of();
        return new DocumentModel(kind(), null, Instant.EPOCH, ZoneId.of("UTC"), List.of("Shop"), "A-1", Instant.EPOCH, null, null, new DocumentModel.Customer(null, null), List.of(), null,
                List.of(line), priced ? none : null, shipments, kind() == DocumentKind.QUOTATION ? new DocumentModel.Offer("Q-1", LocalDate.EPOCH) : null,
                kind().ofParcels() ? List.of(new DocumentModel.Parcel("S-1", 1, 1, null, null, null, null, null, List.of(line))) : List.of(), null, null);
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(template().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void givesAWellFormedPageForEveryDocumentInTime() throws Exception {
        for (Locale language : languages()) {
            for (DocumentModel model : models()) {
                long begin = System.nanoTime();
                String page = template().render(model, language);

                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
                assertThat(parse(page).getDocumentElement().getLocalName()).isEqualTo("html");
                assertThat(parse(page).getDocumentElement().getTextContent()).contains(model.orderNumber());
            }
        }
    }

    @Test
    void escapesWhatPeopleEntered() throws Exception {
        for (Locale language : languages()) {
            Document page = parse(template().render(model("A-3-1", EVIL, EVIL, EVIL, 1), language));

            assertThat(page.getElementsByTagNameNS("*", "script").getLength()).isZero();
            NodeList images = page.getElementsByTagNameNS("*", "img");
            for (int i = 0; i < images.getLength(); i++) {
                assertThat(images.item(i).getAttributes().getNamedItem("src").getNodeValue()).startsWith("data:");
            }
        }
    }

    @Test
    void givesTheSamePageForTheSameDocument() throws Exception {
        for (Locale language : languages()) {
            for (DocumentModel model : models()) {
                assertThat(template().render(model, language)).isEqualTo(template().render(model, language));
            }
        }
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new InputSource(new StringReader(page)));
    }
}
