package io.amphora.transfer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.JobProgress;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.Import.State;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One import on its way: settings, dry run, progress, outcome, rejected rows. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "import", title = "transfer.one", icon = "vaadin:upload", permission = Imports.IMPORT)
public final class ImportPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;
    private static final Set<State> STARTABLE = EnumSet.of(State.READY, State.CHECKED, State.FAILED, State.CANCELLED, State.UNDONE);

    private final transient Imports imports;
    private final Div content = new Div();
    private transient Actor actor;
    private transient Import shown;

    @Activate
    public ImportPage(@Reference Imports imports) {
        super("transfer.one");
        this.imports = imports;
        content.addClassName("import-page");
        setBack("imports");
        grow(content);
        Live.on(this, "transfer.changed", keys -> {
            if (shown != null && keys.contains(String.valueOf(shown.id()))) {
                reload();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        actor = CurrentUser.actor();
        try {
            show(imports.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.add(new EmptyState("upload", "transfer.gone", "transfer.gone.text").step("transfer.back", () -> getUI().ifPresent(ui -> ui.navigate("imports"))));
        }
    }

    private void reload() {
        try {
            show(imports.find(actor, shown.id()));
        } catch (AmphoraException.NotFound e) {
            getUI().ifPresent(ui -> ui.navigate("imports"));
        }
    }

    private void show(Import now) {
        shown = now;
        setTitle(now.fileName());
        setBadges(States.of(now.state()));
        setFacts(new Span(States.kind(now)), new Span(size(now.bytes())), new Span(now.createdBy()),
                new Span(Formats.current().dateTime(now.createdAt())));
        actions(now);
        content.removeAll();
        if (now.state().working()) {
            content.add(progress(now));
        }
        if (now.state() == State.FAILED && now.progress().message() != null) {
            Div why = new Div(now.progress().message());
            why.addClassName("field-errors");
            why.getElement().setAttribute("role", "alert");
            content.add(why);
        }
        findings(now);
        Outcome outcome = now.result() != null ? now.result() : now.check();
        RejectedRows rows = outcome == null ? null : new RejectedRows(imports, actor, now, this::reload);
        if (outcome != null && !outcome.reasons().isEmpty()) {
            content.add(Panels.section("transfer.reasons", new Reasons(outcome.reasons(), rows::show)));
        }
        if (now.result() != null) {
            content.add(Panels.section("transfer.result", new OutcomeView(now.result())));
        } else if (now.check() != null) {
            content.add(Panels.section("transfer.check", new OutcomeView(now.check())));
        }
        if (rows != null) {
            content.add(rows);
        }
        if (STARTABLE.contains(now.state()) && now.result() == null) {
            content.add(new SettingsForm(imports, actor, now, this::show));
        }
    }

    private static String size(long bytes) {
        Formats formats = Formats.current();
        return bytes < 1024 ? formats.number(bytes) + " B" : formats.number((bytes + 512) / 1024) + " kB";
    }

    private static boolean nothingToImport(Import now) {
        return now.state() == State.CHECKED && now.check() != null && now.check().accepted() == 0;
    }

    private JobProgress progress(Import now) {
        return new JobProgress(() -> {
            Import i = imports.find(actor, now.id());
            return new JobProgress.State(Texts.of("transfer.state", i.state()), i.progress().done(), i.progress().total(), i.progress().message(), !i.state().working(),
                    i.state() == State.FAILED);
        }, () -> Toast.guard(() -> imports.cancel(actor, now.id())), this::reload);
    }

    private void findings(Import now) {
        if (now.findings().isEmpty() || now.result() != null) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("findings");
        now.findings().forEach(f -> {
            ListItem item = new ListItem(Texts.of(Reasons.named(f.problem())));
            item.addClassName(f.blocking() ? "finding-blocking" : "muted");
            list.add(item);
        });
        content.add(Panels.section("transfer.findings", list));
    }

    private void actions(Import now) {
        clearActions();
        if (now.state() == State.DONE) {
            boolean open = now.result() != null && now.result().rejected() > 0;
            if (open) {
                primary("transfer.retry", () -> act(() -> imports.retry(actor, now.id(), now.version())));
            }
        } else if (STARTABLE.contains(now.state())) {
            boolean checked = now.state() == State.CHECKED || now.result() != null;
            Button check = checked ? action("transfer.dry-run", () -> act(() -> imports.dryRun(actor, now.id(), now.version())))
                    : primary("transfer.dry-run", () -> act(() -> imports.dryRun(actor, now.id(), now.version())));
            Button run = checked ? primary("transfer.run", () -> act(() -> imports.run(actor, now.id(), now.version())))
                    : action("transfer.run", () -> act(() -> imports.run(actor, now.id(), now.version())));
            disable(check, now.blocked() ? Texts.of("transfer.blocked") : now.result() != null ? Texts.of("transfer.begun") : null);
            disable(run, now.blocked() ? Texts.of("transfer.blocked") : nothingToImport(now) ? Texts.of("transfer.none-accepted") : null);
        }
        if (now.result() != null && now.result().effect("waiting-order").created() > 0 && actor.may("channel.read")) {
            action("transfer.inbox", () -> getUI().ifPresent(ui -> ui.navigate("inbox"))).setId("inbox");
        }
        if (canBeTakenBack(now) && now.result() != null && !now.state().working() && now.state() != State.UNDONE) {
            action("transfer.undo", () -> ReasonDialog.confirm(Texts.of("transfer.undo.title"), Texts.of("transfer.undo.text"), "transfer.undo",
                    () -> act(() -> imports.undo(actor, now.id(), now.version()))).dangerous());
        }
        if (!now.state().working()) {
            action("transfer.delete", () -> ReasonDialog.confirm(Texts.of("transfer.delete.title"), Texts.of("transfer.delete.text"), "transfer.delete", () -> {
                if (Toast.guard(() -> imports.delete(actor, now.id(), now.version()))) {
                    getUI().ifPresent(ui -> ui.navigate("imports"));
                }
            }).dangerous());
        }
    }

    /** Counted stock and live orders cannot. */
    private static boolean canBeTakenBack(Import now) {
        return now.kind() != ImportKind.STOCK && !(now.kind() == ImportKind.ORDER_LINES && now.options() != null && now.options().live());
    }

    private void act(java.util.function.Supplier<Import> useCase) {
        Toast.guard(() -> show(useCase.get()));
    }
}
