package io.amphora.document.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.IssuedDocument;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: what can be printed, and what was. */
@org.osgi.service.component.annotations.Component
public final class DocumentsPanel implements PagePanel {
    private static final int ORDER = 40;

    private final Documents documents;
    private final Executor background;
    private final ExecutorService own;

    @Activate
    public DocumentsPanel(@Reference Documents documents) {
        this.documents = documents;
        own = Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "amphora-document-console");
            thread.setDaemon(true);
            return thread;
        });
        background = own;
    }

    DocumentsPanel(Documents documents, Executor background) {
        this.documents = documents;
        this.background = background;
        own = null;
    }

    @Deactivate
    void stop() {
        own.shutdown();
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Documents.READ;
    }

    @Override
    public String title() {
        return "document.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        Div box = new Div();
        box.addClassName("documents");
        DocumentStyles.on(box);
        show(box, actor, Long.parseLong(key));
        return box;
    }

    @Override
    public Component createAt(Actor actor, String key, Instant at) {
        List<IssuedDocument> issued = documents.list(actor, Long.parseLong(key)).stream().filter(d -> !d.issuedAt().isAfter(at)).toList();
        Div box = new Div();
        box.addClassName("documents");
        DocumentStyles.on(box);
        issued.forEach(d -> box.add(issued(actor, d)));
        return issued.isEmpty() ? null : box;
    }

    private void show(Div box, Actor actor, long order) {
        box.removeAll();
        documents.possible(actor, order).forEach(kind -> box.add(possible(box, actor, order, kind)));
        var issued = documents.list(actor, order);
        issued.forEach(d -> box.add(issued(actor, d)));
        if (box.getComponentCount() == 0) {
            box.add(muted(Texts.of("document.none")));
        }
    }

    /** Anybody may look; who may issue it has a button besides. */
    private Div possible(Div box, Actor actor, long order, DocumentKind kind) {
        if (kind == DocumentKind.CREDIT_NOTE) {
            return creditable(box, actor, order);
        }
        PdfLink preview = new PdfLink(Texts.of("document.preview"), () -> documents.preview(actor, DocumentRequest.of(order, kind)));
        preview.setId("preview-" + kind.id());
        preview.setAriaLabel(Texts.of("document.preview") + ": " + name(kind));
        Div row = new Div(new Span(name(kind)), preview);
        row.addClassName("document-kind");
        if (actor.may(kind.permission())) {
            Button issue = new Button(Texts.of("document.issue"), e -> issue(box, actor, order, kind));
            issue.setId("issue-" + kind.id());
            issue.setAriaLabel(Texts.of("document.issue") + ": " + name(kind));
            issue.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            issue.setDisableOnClick(true);
            row.add(issue);
        }
        return row;
    }

    /** What is taken back must be said first, so there is nothing to look at before. */
    private Div creditable(Div box, Actor actor, long order) {
        Div row = new Div(new Span(name(DocumentKind.CREDIT_NOTE)));
        row.addClassName("document-kind");
        if (!actor.may(DocumentKind.CREDIT_NOTE.permission())) {
            return row;
        }
        Button credit = new Button(Texts.of("document.credit.do"), e -> credit(box, actor, order));
        credit.setAriaLabel(Texts.of("document.credit"));
        credit.setId("issue-credit-note");
        credit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        row.add(credit);
        return row;
    }

    private void credit(Div box, Actor actor, long order) {
        CreditDialog[] dialog = new CreditDialog[1];
        dialog[0] = new CreditDialog(documents.invoices(actor, order), c -> documents.preview(actor, note(order, c)), c -> issue(box, actor, note(order, c), dialog[0]::close, dialog[0]::refused));
        dialog[0].open();
    }

    private static DocumentRequest note(long order, DocumentRequest.Credit credit) {
        return new DocumentRequest(order, DocumentKind.CREDIT_NOTE, null, null, credit);
    }

    private void issue(Div box, Actor actor, long order, DocumentKind kind) {
        issue(box, actor, DocumentRequest.of(order, kind), () -> {
        }, Toast::error);
    }

    /** Making the page takes its time: meanwhile the console stays usable. */
    private void issue(Div box, Actor actor, DocumentRequest request, Runnable done, Consumer<AmphoraException> refused) {
        UI ui = UI.getCurrent();
        Notification working = Toast.progress("document.working", name(request.kind()));
        background.execute(() -> {
            Outcome outcome = outcome(actor, request);
            ui.access(() -> {
                working.close();
                if (outcome.refusal() == null) {
                    done.run();
                    Toast.success("document.issued", outcome.issued().number());
                } else {
                    refused.accept(outcome.refusal());
                }
                show(box, actor, request.orderId());
            });
        });
    }

    private record Outcome(IssuedDocument issued, AmphoraException refusal) {
    }

    private Outcome outcome(Actor actor, DocumentRequest request) {
        try {
            return new Outcome(documents.issue(actor, request, null), null);
        } catch (AmphoraException e) {
            return new Outcome(null, e);
        }
    }

    private Div issued(Actor actor, IssuedDocument d) {
        PdfLink open = new PdfLink(d.number(), () -> documents.open(actor, d.orderId(), d.id()));
        Div row = new Div(open, muted(name(d.kind()) + " · " + Formats.current().dateTime(d.issuedAt()) + " · " + Texts.actor(d.issuedBy())));
        row.addClassName("document-issued");
        if (d.replaced() != null) {
            Div warning = muted(Texts.of("document.replaced", d.replaced()));
            warning.addClassName("document-replaced");
            row.add(warning);
        }
        return row;
    }

    private static String name(DocumentKind kind) {
        return Texts.of("document.kind." + kind.id());
    }

    private static Div muted(String text) {
        Div line = new Div(text);
        line.addClassName("muted");
        return line;
    }
}
