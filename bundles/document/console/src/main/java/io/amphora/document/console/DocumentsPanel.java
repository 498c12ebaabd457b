package io.amphora.document.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.IssuedDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: what can be printed, and what was. */
@org.osgi.service.component.annotations.Component
public final class DocumentsPanel implements PagePanel {
    private static final int ORDER = 40;

    private final Documents documents;

    @Activate
    public DocumentsPanel(@Reference Documents documents) {
        this.documents = documents;
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
        show(box, actor, Long.parseLong(key));
        return box;
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
        PdfLink preview = new PdfLink(Texts.of("document.preview"), () -> documents.preview(actor, DocumentRequest.of(order, kind)));
        preview.setId("preview-" + kind.id());
        preview.setAriaLabel(Texts.of("document.preview") + ": " + name(kind));
        Div row = new Div(new Span(name(kind) + " "), preview);
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

    private void issue(Div box, Actor actor, long order, DocumentKind kind) {
        Toast.guard(() -> {
            IssuedDocument issued = documents.issue(actor, DocumentRequest.of(order, kind), null);
            Toast.success("document.issued", issued.number());
        });
        show(box, actor, order);
    }

    private Div issued(Actor actor, IssuedDocument d) {
        PdfLink open = new PdfLink(d.number(), () -> documents.open(actor, d.orderId(), d.id()));
        Div row = new Div(open, muted(name(d.kind()) + " · " + Formats.current().dateTime(d.issuedAt()) + " · " + d.issuedBy()));
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
