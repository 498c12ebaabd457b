package io.amphora.payment.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.payment.api.BankLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bank statement, as a file or pasted; what cannot be read is said row by row, all at once. */
final class StatementDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500_000;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    private final FieldErrors errors = new FieldErrors();
    private final TextArea csv = new TextArea(Texts.of("payment.statement.csv"));

    StatementDialog(BankLines lines, Actor actor, Runnable done) {
        PaymentStyles.on(this);
        setHeaderTitle(Texts.of("payment.statement"));
        csv.setHelperText(Texts.of("payment.statement.help"));
        csv.setId("statement");
        csv.setMinHeight("10rem");
        csv.setMaxHeight("40vh");
        csv.setMaxLength(LONGEST);
        Upload upload = new Upload((UploadEvent event) -> receive(event));
        upload.setAcceptedFileTypes(".csv", ".txt");
        upload.setId("statement-file");
        Button choose = new Button(Texts.of("payment.statement.file"));
        choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(Texts.of("payment.statement.drop")));
        Div form = new Div(upload, csv);
        form.addClassName("payment-form");
        form.addClassName("statement-form");
        add(errors, form);
        Button read = new Button(Texts.of("payment.statement.read"), e -> {
            if (errors.guard(() -> read(lines, actor))) {
                close();
                done.run();
            }
        });
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        read.setId("do");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), read);
    }

    private void read(BankLines lines, Actor actor) {
        try {
            BankLines.Read read = lines.readCsv(actor, csv.getValue());
            Toast.success("payment.statement.done", read.matched(), read.unmatched(), read.known(), read.outgoing());
        } catch (AmphoraException.Invalid e) {
            throw new AmphoraException.Invalid(e.problems().stream().map(StatementDialog::byRow).toList());
        }
    }

    /** Rows as people count them: the heading is the first. */
    private static Problem byRow(Problem p) {
        Matcher line = LINE.matcher(p.field());
        return line.matches() ? Problem.of("statement", "payment.statement-row", "row {0}: {1}", Integer.parseInt(line.group(1)) + 2, Texts.of(p)) : p;
    }

    /** On a request thread, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream body = event.getInputStream()) {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            String text = new String(bytes, StandardCharsets.UTF_8);
            event.getUI().access(() -> {
                if (bytes.length > LONGEST) {
                    errors.show(List.of(Problem.of("statement", "payment.statement-long", "is longer than {0} characters: read it in parts", LONGEST)));
                } else {
                    csv.setValue(text);
                }
            });
        }
    }
}
