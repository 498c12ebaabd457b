package io.amphora.document.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.IssuedDocument;
import io.amphora.document.api.Pdf;
import io.amphora.document.api.TemplateInfo;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the order, has the document made, and only then opens the transaction that keeps it. */
@Component(service = {Documents.class, OrderDocuments.class})
public final class OrderDocuments implements Documents {
    private static final int ATTEMPTS = 10;
    private static final int MAX_KEY = 200;

    private final OrderQueries orders;
    private final OrderOnPaper paper;
    private final Printer printer;
    private final DocumentStore store;
    private final Bills bills;
    private final Series series;
    private final Clock clock;

    @Activate
    public OrderDocuments(@Reference OrderQueries orders, @Reference OrderOnPaper paper, @Reference Printer printer, @Reference DocumentStore store, @Reference Bills bills,
                          @Reference Series series, @Reference Clock clock) {
        this.orders = orders;
        this.paper = paper;
        this.printer = printer;
        this.store = store;
        this.bills = bills;
        this.series = series;
        this.clock = clock;
    }

    @Override
    public Set<DocumentKind> possible(Actor by, long orderId) {
        by.require(READ);
        Order order = orders.find(by, orderId);
        return Arrays.stream(DocumentKind.values()).filter(k -> possible(order, k)).collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentKind.class)));
    }

    private boolean possible(Order order, DocumentKind kind) {
        return switch (kind) {
            case INVOICE -> !bills.open(order, null).isEmpty();
            case CREDIT_NOTE -> bills.creditable(order.id());
            default -> paper.possible(order, kind);
        };
    }

    @Override
    public Pdf preview(Actor by, DocumentRequest request) {
        by.require(READ);
        Order order = orders.find(by, request.orderId());
        DocumentModel model = request.kind().isBill() ? paper.bill(order, request, bills.of(order, request, OrderOnPaper.shipment(order, request), language(order, request)), null, now())
                : paper.model(order, request, null, now());
        Printer.Printed printed = printer.print(model, language(order, request));
        return new Pdf(fileName(order.number() + "-" + request.kind().sign() + "-preview"), printed.pdf(), printed.replaced());
    }

    @Override
    public IssuedDocument issue(Actor by, DocumentRequest request, String onceKey) {
        by.require(READ);
        by.require(request.kind().permission());
        if (onceKey != null && onceKey.length() > MAX_KEY) {
            throw new AmphoraException.Invalid(Problem.of("Idempotency-Key", "document.long-key", "has {0} characters, at most {1} are allowed", onceKey.length(), MAX_KEY));
        }
        String key = onceKey == null || onceKey.isBlank() ? UUID.randomUUID().toString() : onceKey;
        Order order = orders.find(by, request.orderId());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<IssuedDocument> issued = before(by, request, key).or(() -> request.kind().isBill() ? bill(by, order, request, key) : issue(by, order, request, key, store.next(order.id(), request.kind())));
            if (issued.isPresent()) {
                return issued.get();
            }
        }
        throw new AmphoraException.Refused(Problem.of("", "document.busy", "the document cannot be made now, try again later: {0}", order.number()));
    }

    private Optional<IssuedDocument> before(Actor by, DocumentRequest request, String key) {
        Optional<IssuedDocument> before = store.once(by.name(), key);
        if (before.filter(d -> d.orderId() != request.orderId() || d.kind() != request.kind()).isPresent()) {
            throw new AmphoraException.Invalid(Problem.of("Idempotency-Key", "document.other-key", "came before for something else: document {0}", before.get().number()));
        }
        return before;
    }

    private Optional<IssuedDocument> issue(Actor by, Order order, DocumentRequest request, String key, int running) {
        String number = order.number() + "-" + request.kind().sign() + "-" + running;
        Instant at = now();
        Printer.Printed printed = printer.print(paper.model(order, request, number, at), language(order, request));
        return store.add(document(by, order, request, number, at, printed), order.number(), running, key, printed.pdf(), (em, d) -> Map.of());
    }

    /** One after the other here, so that nobody prints a number in vain; another node that is faster takes it, and this one tries again. */
    private synchronized Optional<IssuedDocument> bill(Actor by, Order order, DocumentRequest request, String key) {
        int running = store.next(order.id(), request.kind());
        Bill bill = bills.of(order, request, OrderOnPaper.shipment(order, request), language(order, request));
        Instant at = now();
        Series.Number number = series.next(request.kind(), at);
        Printer.Printed printed = printer.print(paper.bill(order, request, bill, number.text(), at), language(order, request));
        return store.add(document(by, order, request, number.text(), at, printed), order.number(), running, key, printed.pdf(), (em, d) -> {
            Series.take(em, number);
            return bills.write(em, order, d, bill);
        });
    }

    /** Takes back what was invoiced and never arrived. */
    void creditGone(long orderId) {
        Order order = orders.find(Bills.ISSUER, orderId);
        DocumentRequest any = DocumentRequest.of(orderId, DocumentKind.CREDIT_NOTE);
        for (DocumentRequest.Credit credit : bills.gone(order, ShippedTemplate.texts(language(order, any)).getString("credit.gone"))) {
            issue(Bills.ISSUER, new DocumentRequest(orderId, DocumentKind.CREDIT_NOTE, null, null, credit), "gone-" + credit.invoiceId() + "-" + order.version());
        }
    }

    private static IssuedDocument document(Actor by, Order order, DocumentRequest request, String number, Instant at, Printer.Printed printed) {
        return new IssuedDocument(0, request.kind(), order.id(), number, printed.language().toLanguageTag(), order.version(), at, by.name(), printed.template().id(),
                printed.template().bundle(), printed.template().bundleVersion(), printed.replaced(), sha256(printed.pdf()), printed.pdf().length);
    }

    private Locale language(Order order, DocumentRequest request) {
        String customers = request.kind() == DocumentKind.PICKING_LIST ? null : paper.language(order).orElse(null);
        return printer.language(request.kind(), request.language(), customers);
    }

    @Override
    public List<IssuedDocument> list(Actor by, long orderId) {
        by.require(READ);
        orders.find(by, orderId);
        return store.list(orderId);
    }

    @Override
    public List<Invoice> invoices(Actor by, long orderId) {
        by.require(READ);
        orders.find(by, orderId);
        return bills.all(orderId);
    }

    @Override
    public Pdf open(Actor by, long orderId, long documentId) {
        by.require(READ);
        DocumentStore.Stored stored = store.find(orderId, documentId);
        if (!sha256(stored.content()).equals(stored.document().sha256())) {
            throw new AmphoraException.Refused(Problem.of("", "document.damaged", "what is stored of document {0} is not what was issued", stored.document().number()));
        }
        return new Pdf(fileName(stored.document().number()), stored.content(), stored.document().replaced());
    }

    @Override
    public List<TemplateInfo> templates(Actor by, Locale language) {
        by.require(READ);
        return printer.infos(language);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Imported order numbers may have anything in them. */
    private static String fileName(String number) {
        return number.replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
