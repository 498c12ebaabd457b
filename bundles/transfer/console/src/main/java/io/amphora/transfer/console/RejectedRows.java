package io.amphora.transfer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows that did not go in, with all their problems; a click mends one. */
final class RejectedRows extends Div {
    private static final long serialVersionUID = 1L;

    private final Span chosen = new Span();
    private final Button all = new Button(Texts.of("transfer.all-rows"), e -> show(null));
    private transient KeysetGrid<RejectedRow> grid;
    private transient Outcome.Reason reason;

    RejectedRows(Imports imports, Actor actor, Import now, Runnable changed) {
        boolean any = !imports.rejected(actor, now.id(), PageRequest.first(1)).items().isEmpty();
        setVisible(any);
        if (!any) {
            return;
        }
        addClassNames("rejected-rows", "surface");
        grid = new KeysetGrid<>(page -> reason == null ? imports.rejected(actor, now.id(), page)
                : imports.rejected(actor, now.id(), reason.example().field(), reason.example().code(), page), RejectedRow::id);
        grid.numbers("transfer.row", RejectedRow::row);
        grid.badge("transfer.row-state", r -> States.of(now, r.state()));
        grid.column("transfer.problems", RejectedRows::problems);
        grid.column("transfer.raw", RejectedRow::line);
        grid.setCard(r -> card(now, r));
        Outcome outcome = now.result() != null ? now.result() : now.check();
        // as high as its rows, up to a window's worth
        grid.setHeight(Math.min(24, 4 + 4 * (outcome == null ? 5 : outcome.kept())) + "rem");
        grid.onOpen(r -> {
            if (!now.state().working() && mendable(now, r)) {
                new MendDialog(imports, actor, now, r, () -> {
                    grid.refresh();
                    changed.run();
                }).open();
            }
        });
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div head = new Div(new H2(Texts.of("transfer.rejected-rows")), chosen, all, download(imports, actor, now, Texts.locale()));
        head.addClassName("rejected-head");
        chosen.addClassName("muted");
        all.setVisible(false);
        add(head, grid);
    }

    /** What went to the inbox is mended there. */
    private static boolean mendable(Import now, RejectedRow r) {
        return r.state() == RejectedRow.State.OPEN || r.state() == RejectedRow.State.FIXED || r.state() == RejectedRow.State.INBOX && now.result() == null;
    }

    /** Only the rows with this problem. @param only null for all */
    void show(Outcome.Reason only) {
        reason = only;
        chosen.setText(only == null ? "" : Reasons.text(only.example()));
        all.setVisible(only != null);
        if (grid != null) {
            grid.restart();
            getElement().callJsFunction("scrollIntoView");
        }
    }

    static String problems(RejectedRow r) {
        return r.problems().stream().map(Reasons::text).collect(Collectors.joining("; "));
    }

    private static Div card(Import now, RejectedRow r) {
        Span line = new Span(String.valueOf(r.row()));
        line.addClassName("strong");
        Span why = new Span(problems(r));
        why.addClassName("muted");
        Div top = new Div(line, States.of(now, r.state()));
        top.addClassName("card-row");
        Div card = new Div(top, why);
        card.addClassName("card");
        return card;
    }

    private static Anchor download(Imports imports, Actor actor, Import now, Locale locale) {
        String name = "rejected-" + now.id() + ".csv";
        Anchor link = new Anchor(DownloadHandler.fromInputStream(event -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            imports.writeRejected(actor, now.id(), locale, bytes);
            return new DownloadResponse(new ByteArrayInputStream(bytes.toByteArray()), name, "text/csv; charset=utf-8", bytes.size());
        }), Texts.of("transfer.download"));
        link.addClassName("button-link");
        link.getElement().setAttribute("download", name);
        return link;
    }
}
