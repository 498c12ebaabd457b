package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.IssuedDocument;
import io.amphora.document.api.Pdf;
import io.amphora.inventory.api.Locations;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.PaperRequest;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(DocumentEntities.class)
class OrderDocumentsTest {
    private static final Actor BY = new Actor("eve", "Eve", Set.of("order.read", "order.enter"));
    private static final DocumentRequest CONFIRMATION = DocumentRequest.of(17, DocumentKind.ORDER_CONFIRMATION);

    private final Printer printer = new Printer(new Templates(), Twins.settings(Map.of()), Duration.ofSeconds(30));
    private Order order = Twins.order(Order.Kind.SALE, "first", List.of(), Twins.line(1, "A", LineStatus.APPROVED, 1L));
    private String language;
    private OrderDocuments documents;
    private TestDatabase database;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        database = db;
        Customers customers = Twins.twin(Customers.class, Map.of("lookup", a -> Map.of(3L, new Customers.Facts(3, "C-3", "李梅", "CN", false, Address.EMPTY, language))));
        Locations locations = Twins.twin(Locations.class, Map.of("active", a -> List.of()));
        OrderQueries orders = Twins.twin(OrderQueries.class, Map.of("find", a -> found((Long) a[1])));
        DocumentStore store = new DocumentStore(db.tx("document"), db.outbox(), (order, who, what, note) -> { });
        documents = new OrderDocuments(orders, new OrderOnPaper(customers, locations, Twins.settings(Map.of()), Twins.quotations(), new PaymentOnPaper(Twins.settings(Map.of()))), printer, store, new Bills(db.tx("document"), store), new Series(db.tx("document"), Twins.settings(Map.of())), new SystemClock());
    }

    @AfterEach
    void stop() {
        printer.stop();
    }

    private Order found(long id) {
        if (id != order.id()) {
            throw new AmphoraException.NotFound("order", id);
        }
        return order;
    }

    @TestTemplate
    void issuedDocumentStaysAsItWasWhenTheOrderChanges() throws IOException {
        IssuedDocument issued = documents.issue(BY, CONFIRMATION, null);
        Pdf before = documents.open(BY, 17, issued.id());
        order = Twins.order(Order.Kind.SALE, "second", List.of(), Twins.line(1, "A", LineStatus.APPROVED, 1L));

        Pdf after = documents.open(BY, 17, issued.id());

        assertThat(after.content()).isEqualTo(before.content()).hasSize(issued.size());
        assertThat(Papers.text(after.content())).contains("first", "A-17-OC-1");
        assertThat(after.fileName()).isEqualTo("A-17-OC-1.pdf");
        assertThat(documents.list(BY, 17)).containsExactly(issued);
        assertThat(issued.number()).isEqualTo("A-17-OC-1");
        assertThat(issued.language()).isEqualTo("en");
        assertThat(issued.orderVersion()).isEqualTo(4);
        assertThat(issued.issuedBy()).isEqualTo("eve");
        assertThat(issued.template()).isEqualTo("shipped-order-confirmation");
        assertThat(issued.bundle()).isEqualTo("io.amphora.document.core");
        assertThat(issued.sha256()).hasSize(64);
        assertThat(database.events()).singleElement().satisfies(e -> assertThat(e.payload()).contains("\"by\":\"eve\"", "\"number\":\"A-17-OC-1\"", issued.sha256()))
                .extracting("topic", "key").containsExactly("document.issued", "17");
    }

    @TestTemplate
    void documentIsInTheCustomersLanguageButThePickingListInThatOfTheHouse() throws IOException {
        language = "zh-CN";
        order = Twins.order(Order.Kind.SALE, null, List.of(), Twins.line(1, "A", LineStatus.ASSIGNED, 1L));

        assertThat(documents.issue(BY, CONFIRMATION, null).language()).isEqualTo("zh-CN");
        assertThat(Papers.text(documents.preview(BY, CONFIRMATION).content())).contains("订单确认书", "预览");
        assertThat(Papers.text(documents.preview(BY, DocumentRequest.of(17, DocumentKind.PICKING_LIST)).content())).contains("Picking list");
    }

    @TestTemplate
    void messageGetsItsDocumentAndTheSameOneAgain() {
        PapersOfMessages papers = new PapersOfMessages(documents);
        PaperRequest confirmed = new PaperRequest(5, Occasion.ORDER_CONFIRMED, 17, null, Locale.ENGLISH);

        Paper first = papers.papers(confirmed).get(0);
        order = Twins.order(Order.Kind.SALE, "second", List.of(), Twins.line(1, "A", LineStatus.CANCELLED, 1L));

        assertThat(first.name()).isEqualTo("A-17-OC-1.pdf");
        assertThat(first.mediaType()).isEqualTo("application/pdf");
        assertThat(new String(first.content(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        assertThat(papers.papers(confirmed).get(0).content()).as("byte for byte, whatever became of the order").isEqualTo(first.content());
        assertThat(papers.papers(new PaperRequest(6, Occasion.ORDER_CONFIRMED, 17, null, Locale.ENGLISH))).as("nothing is left to confirm").isEmpty();
        assertThat(papers.papers(new PaperRequest(7, Occasion.INVOICE_ISSUED, 17, 4711L, Locale.ENGLISH))).isEmpty();
        assertThat(database.events()).singleElement().satisfies(e -> assertThat(e.payload()).contains("\"orderNumber\":\"A-17\"", "system:notification"));
    }

    @TestTemplate
    void previewIsNotKept() throws IOException {
        Pdf preview = documents.preview(BY, CONFIRMATION);

        assertThat(Papers.text(preview.content())).contains("Preview");
        assertThat(preview.fileName()).isEqualTo("A-17-OC-preview.pdf");
        assertThat(documents.list(BY, 17)).isEmpty();
        assertThat(database.events()).isEmpty();
    }

    @TestTemplate
    void documentsAreNumberedByOrderAndKindAlsoWhenIssuedAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<IssuedDocument>> issued = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            issued.add(threads.submit(() -> documents.issue(BY, CONFIRMATION, null)));
        }
        List<String> numbers = new ArrayList<>();
        for (Future<IssuedDocument> f : issued) {
            numbers.add(f.get().number());
        }
        threads.shutdown();

        assertThat(numbers).containsExactlyInAnyOrder("A-17-OC-1", "A-17-OC-2", "A-17-OC-3", "A-17-OC-4");
        assertThat(documents.list(BY, 17)).hasSize(4);
        for (IssuedDocument d : documents.list(BY, 17)) {
            assertThat(Papers.text(documents.open(BY, 17, d.id()).content())).contains(d.number());
        }
    }

    @TestTemplate
    void sameKeyGivesTheSameDocument() {
        IssuedDocument first = documents.issue(BY, CONFIRMATION, "k-1");

        assertThat(documents.issue(BY, CONFIRMATION, "k-1")).isEqualTo(first);
        assertThat(documents.issue(BY, CONFIRMATION, "k-2").number()).isEqualTo("A-17-OC-2");
        assertThat(documents.list(BY, 17)).hasSize(2);
        Actor all = new Actor("eve", "Eve", Set.of("*"));
        assertThatThrownBy(() -> documents.issue(all, DocumentRequest.of(17, DocumentKind.PICKING_LIST), "k-1")).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> documents.issue(BY, CONFIRMATION, "k".repeat(201))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void sameKeyAtOnceMakesOneDocument() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<IssuedDocument>> issued = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            issued.add(threads.submit(() -> documents.issue(BY, CONFIRMATION, "same")));
        }
        Set<IssuedDocument> distinct = new HashSet<>();
        for (Future<IssuedDocument> f : issued) {
            distinct.add(f.get());
        }
        threads.shutdown();

        assertThat(distinct).hasSize(1);
        assertThat(documents.list(BY, 17)).hasSize(1);
    }

    @TestTemplate
    void tamperedDocumentIsNotHandedOut() throws SQLException {
        IssuedDocument issued = documents.issue(BY, CONFIRMATION, null);
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("update document_issued set sha256 = '" + "0".repeat(64) + "'");
            connection.commit();
        }

        assertThatThrownBy(() -> documents.open(BY, 17, issued.id())).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("A-17-OC-1");
    }

    @TestTemplate
    void everyKindNeedsItsPermission() {
        Actor reader = new Actor("r", "R", Set.of("order.read"));
        Actor nobody = new Actor("n", "N", Set.of("order.enter", "order.fulfil"));
        IssuedDocument issued = documents.issue(BY, CONFIRMATION, null);

        assertThat(documents.open(reader, 17, issued.id()).content()).isNotEmpty();
        assertThat(documents.preview(reader, CONFIRMATION).content()).isNotEmpty();
        assertThatThrownBy(() -> documents.issue(reader, CONFIRMATION, null)).isInstanceOf(AmphoraException.NotPermitted.class).hasMessageContaining("order.enter");
        assertThatThrownBy(() -> documents.issue(BY, DocumentRequest.of(17, DocumentKind.PICKING_LIST), null)).isInstanceOf(AmphoraException.NotPermitted.class).hasMessageContaining("order.fulfil");
        assertThatThrownBy(() -> documents.issue(nobody, CONFIRMATION, null)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> documents.preview(nobody, CONFIRMATION)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> documents.list(nobody, 17)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> documents.open(nobody, 17, issued.id())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> documents.possible(nobody, 17)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> documents.templates(nobody, java.util.Locale.ENGLISH)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void documentIsFoundOnlyUnderItsOwnOrder() {
        IssuedDocument issued = documents.issue(BY, CONFIRMATION, null);

        assertThatThrownBy(() -> documents.open(BY, 18, issued.id())).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> documents.list(BY, 18)).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> documents.open(BY, 17, issued.id() + 1)).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void onlyKindsThatSaySomethingArePossible() {
        assertThat(documents.possible(BY, 17)).containsExactly(DocumentKind.ORDER_CONFIRMATION);
        assertThatThrownBy(() -> documents.issue(new Actor("w", "W", Set.of("*")), DocumentRequest.of(17, DocumentKind.PICKING_LIST), null)).isInstanceOf(AmphoraException.Refused.class);
        order = Twins.order(Order.Kind.SALE, null, List.of(), Twins.line(1, "A", LineStatus.ASSIGNED, 1L), Twins.line(2, "B", LineStatus.PICKED, 1L));
        assertThat(documents.possible(BY, 17)).containsExactly(DocumentKind.ORDER_CONFIRMATION, DocumentKind.PICKING_LIST, DocumentKind.DELIVERY_NOTE);
    }
}
