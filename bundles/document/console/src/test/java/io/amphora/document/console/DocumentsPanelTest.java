package io.amphora.document.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.Documents;
import io.amphora.document.api.IssuedDocument;
import io.amphora.document.api.Pdf;
import io.amphora.document.api.TemplateInfo;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentsPanelTest {
    /** Documents in memory. */
    private static final class Memory implements Documents {
        private final List<IssuedDocument> issued = new ArrayList<>();
        private Set<DocumentKind> possible = EnumSet.of(DocumentKind.ORDER_CONFIRMATION, DocumentKind.PICKING_LIST);
        private AmphoraException refusal;
        private DocumentRequest asked;

        @Override
        public Set<DocumentKind> possible(Actor by, long orderId) {
            return possible;
        }

        @Override
        public Pdf preview(Actor by, DocumentRequest request) {
            return new Pdf("x.pdf", new byte[1], null);
        }

        @Override
        public IssuedDocument issue(Actor by, DocumentRequest request, String onceKey) {
            asked = request;
            if (refusal != null) {
                throw refusal;
            }
            IssuedDocument made = new IssuedDocument(issued.size() + 1, request.kind(), request.orderId(), "A-7-" + request.kind().sign() + "-" + (issued.size() + 1), "en", 1, Instant.EPOCH,
                    by.name(), "ours", "com.example", "1", "ours (com.example 1): no logo", "00", 1);
            issued.add(0, made);
            return made;
        }

        @Override
        public List<IssuedDocument> list(Actor by, long orderId) {
            return issued;
        }

        @Override
        public List<Invoice> invoices(Actor by, long orderId) {
            return List.of(new Invoice(5, "INV-1", Instant.EPOCH, Money.of("12", "EUR"), Money.of("0", "EUR"), List.of(
                    new Invoice.Line(3L, "A", "Lamp", new BigDecimal("2"), BigDecimal.ZERO, Money.of("10", "EUR")),
                    new Invoice.Line(null, "", "SHIPPING", BigDecimal.ONE, BigDecimal.ZERO, Money.of("2", "EUR")))));
        }

        @Override
        public Pdf open(Actor by, long orderId, long documentId) {
            return new Pdf("x.pdf", new byte[1], null);
        }

        @Override
        public List<TemplateInfo> templates(Actor by, Locale language) {
            return List.of();
        }
    }

    private final Memory documents = new Memory();

    @BeforeEach
    void setUp() {
        MockVaadin.setup(new Routes());
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private void open(String... permissions) {
        UI.getCurrent().add(new DocumentsPanel(documents, Runnable::run).create(new Actor("siri", "Siri", Set.of(permissions)), "7"));
    }

    @Test
    void thePageOfThePastListsWhatWasIssuedByThen() {
        Actor siri = new Actor("siri", "Siri", Set.of("order.read", "order.enter"));
        documents.issue(siri, DocumentRequest.of(7, DocumentKind.ORDER_CONFIRMATION), null);
        DocumentsPanel panel = new DocumentsPanel(documents, Runnable::run);

        assertThat(panel.createAt(siri, "7", Instant.EPOCH.minusSeconds(1))).isNull();
        UI.getCurrent().add(panel.createAt(siri, "7", Instant.EPOCH));
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).containsExactly("A-7-OC-1");
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void issuesADocumentAndListsIt() {
        open("order.read", "order.enter");

        _click(_get(Button.class, spec -> spec.withId("issue-order-confirmation")));
        MockVaadin.clientRoundtrip();

        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("A-7-OC-1");
        assertThat(_get(Anchor.class, spec -> spec.withText("A-7-OC-1")).getTarget()).hasValue("_blank");
        assertThat(_find(Div.class, spec -> spec.withClasses("document-replaced"))).hasSize(1);
    }

    @Test
    void offersEachKindToThoseWhoMayIssueItOnly() {
        open("order.read", "order.fulfil");

        assertThat(_find(Button.class)).extracting(b -> b.getId().orElseThrow()).containsExactly("issue-picking-list");
        assertThat(_find(Anchor.class)).extracting(a -> a.getId().orElseThrow()).containsExactly("preview-order-confirmation", "preview-picking-list");
    }

    @Test
    void refusalLeavesThePanelUsable() {
        documents.refusal = new AmphoraException.Refused(Problem.of("", "document.nothing-to-pick", "nothing"));
        open("order.read", "order.enter");

        _click(_get(Button.class, spec -> spec.withId("issue-order-confirmation")));
        MockVaadin.clientRoundtrip();

        assertThat(_get(Button.class, spec -> spec.withId("issue-order-confirmation")).isEnabled()).isTrue();
        assertThat(documents.issued).isEmpty();
    }

    private void openCredit() {
        documents.possible = EnumSet.of(DocumentKind.CREDIT_NOTE);
        open("order.read", "document.invoice");
        _click(_get(Button.class, spec -> spec.withId("issue-credit-note")));
    }

    private static void confirm() {
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        MockVaadin.clientRoundtrip();
    }

    @Test
    void creditNoteAsksWhatIsTakenBackAndWhy() {
        openCredit();
        assertThat(_get(Select.class, spec -> spec.withId("invoice")).getValue()).isEqualTo(documents.invoices(null, 7).get(0));
        assertThat(_get(Anchor.class, spec -> spec.withId("preview")).getTarget()).hasValue("_blank");

        _setValue(_get(BigDecimalField.class), BigDecimal.ONE);
        _setValue(_get(TextField.class, spec -> spec.withId("reason")), "broken");
        confirm();

        assertThat(documents.asked.credit()).isEqualTo(new DocumentRequest.Credit(5, List.of(new DocumentRequest.Part(3, BigDecimal.ONE)), false, "broken"));
        assertThat(_find(CreditDialog.class)).as("closed when it is issued").isEmpty();
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("A-7-CN-1");
    }

    @Test
    void allThatIsLeftIsOneClickWithItsCharges() {
        openCredit();
        _click(_get(Button.class, spec -> spec.withId("all")));
        _setValue(_get(TextField.class, spec -> spec.withId("reason")), "cancelled");
        confirm();

        assertThat(documents.asked.credit()).isEqualTo(new DocumentRequest.Credit(5, List.of(new DocumentRequest.Part(3, new BigDecimal("2"))), true, "cancelled"));
    }

    @Test
    void whatIsRefusedStandsBesideItsFieldAndNothingTypedIsLost() {
        documents.refusal = new AmphoraException.Invalid(List.of(Problem.of("reason", "required", "must not be empty"),
                Problem.of("parts[0].quantity", "document.credit-quantity", "must be at most {0}", "2")));
        openCredit();
        _setValue(_get(BigDecimalField.class), new BigDecimal("3"));
        confirm();

        assertThat(_get(TextField.class, spec -> spec.withId("reason")).isInvalid()).isTrue();
        BigDecimalField quantity = _get(BigDecimalField.class);
        assertThat(quantity.isInvalid()).isTrue();
        assertThat(quantity.getValue()).isEqualByComparingTo("3");
        assertThat(_get(Button.class, spec -> spec.withId("confirm")).isEnabled()).isTrue();

        documents.refusal = null;
        _setValue(_get(TextField.class, spec -> spec.withId("reason")), "broken");
        confirm();
        assertThat(documents.issued).hasSize(1);
    }

    @Test
    void whoMayNotInvoiceIsNotAskedToCredit() {
        documents.possible = EnumSet.of(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE);
        open("order.read");

        assertThat(_find(Button.class)).isEmpty();
        assertThat(_find(Anchor.class)).extracting(a -> a.getId().orElseThrow()).containsExactly("preview-invoice");
    }

    @Test
    void saysWhenThereIsNothingToPrint() {
        documents.possible = EnumSet.noneOf(DocumentKind.class);
        open("order.read");

        assertThat(_find(Anchor.class)).isEmpty();
        assertThat(_find(Div.class, spec -> spec.withClasses("muted"))).hasSize(1);
    }

    @Test
    void chineseIsCompleteAndEveryKindHasAName() throws IOException {
        Properties english = texts("document-console.properties");

        assertThat(texts("document-console_zh.properties").stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(english).containsKey("document.kind." + kind.id());
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(DocumentsPanelTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
