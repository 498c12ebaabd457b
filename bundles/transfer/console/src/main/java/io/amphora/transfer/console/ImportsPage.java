package io.amphora.transfer.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Imports;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Where files come in: upload, and the imports so far. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "imports", title = "transfer.title", icon = "vaadin:upload", group = MenuGroup.ADMINISTRATION, order = 40, permission = Imports.IMPORT)
public final class ImportsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Imports imports;
    private final Select<ImportKind> kind = new Select<>();
    private final KeysetGrid<Import> grid;

    @Activate
    public ImportsPage(@Reference Imports imports) {
        super("transfer.title");
        this.imports = imports;
        add(uploader());
        Actor actor = CurrentUser.actor();
        grid = new KeysetGrid<>(page -> imports.list(actor, page), Import::id);
        Formats formats = Formats.current();
        grid.column("transfer.file", Import::fileName);
        grid.column("transfer.kind", i -> States.kind(i));
        grid.badge("transfer.state", i -> States.of(i.state()));
        grid.numbers("transfer.accepted", i -> i.result() == null ? "" : formats.number(i.result().accepted()));
        grid.numbers("transfer.rejected", i -> i.result() == null ? "" : formats.number(i.result().rejected()));
        grid.column("transfer.by", Import::createdBy);
        grid.column("transfer.at", i -> formats.dateTime(i.createdAt()));
        grid.setCard(ImportsPage::card);
        grid.setEmptyStateComponent(new EmptyState("upload", "transfer.none", "transfer.none.text"));
        grid.onOpen(i -> getUI().ifPresent(ui -> ui.navigate("import/" + i.id())));
        Live.on(grid, "transfer.*", keys -> grid.refresh());
        grow(grid);
    }

    private static Div card(Import i) {
        Span name = new Span(i.fileName());
        name.addClassName("strong");
        Span what = new Span(States.kind(i));
        what.addClassName("muted");
        Div top = new Div(name, States.of(i.state()));
        top.addClassName("card-row");
        Div card = new Div(top, what);
        card.addClassName("card");
        return card;
    }

    private Div uploader() {
        kind.setLabel(Texts.of("transfer.kind"));
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(States::of);
        kind.setValue(ImportKind.ORDER_LINES);
        kind.setId("kind");
        Upload upload = new Upload(this::receive);
        upload.setId("file");
        upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", ".gz", "text/csv");
        upload.setDropLabel(new Span(Texts.of("transfer.drop")));
        com.vaadin.flow.component.button.Button choose = new com.vaadin.flow.component.button.Button(Texts.of("transfer.choose"));
        choose.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        Div row = new Div(kind, upload);
        row.addClassName("input-row");
        return row;
    }

    /** On a request thread, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        record Chosen(Actor actor, ImportKind kind) {
        }
        Chosen[] chosen = new Chosen[1];
        event.getUI().accessSynchronously(() -> chosen[0] = new Chosen(CurrentUser.actor(), kind.getValue()));
        try (InputStream body = event.getInputStream()) {
            Import made = imports.upload(chosen[0].actor(), chosen[0].kind(), event.getFileName(), body);
            event.getUI().access(() -> event.getUI().navigate("import/" + made.id()));
        } catch (AmphoraException e) {
            event.getUI().access(() -> Toast.error(e));
        }
    }
}
