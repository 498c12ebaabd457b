package io.amphora.transfer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.api.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cells of one row as fields, each problem beside the cell it is about. */
final class MendDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient Import now;
    private final transient Runnable mended;
    private final List<TextField> cells = new ArrayList<>();
    private final FieldErrors errors = new FieldErrors();
    private transient RejectedRow row;

    MendDialog(Imports imports, Actor actor, Import now, RejectedRow row, Runnable mended) {
        this.imports = imports;
        this.actor = actor;
        this.now = now;
        this.row = row;
        this.mended = mended;
        setHeaderTitle(Texts.of("transfer.mend", row.row()));
        Preview preview = imports.preview(actor, now.id());
        Div fields = new Div();
        fields.addClassName("input-row");
        for (int i = 0; i < preview.columns().size(); i++) {
            TextField cell = new TextField(preview.columns().get(i).name());
            cell.setValue(i < row.cells().size() ? row.cells().get(i) : "");
            cell.setId("cell-" + i);
            cells.add(cell);
            fields.add(cell);
        }
        bind(preview);
        add(errors, fields);
        Button save = new Button(Texts.of("transfer.mend.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
        errors.show(row.problems());
    }

    private void bind(Preview preview) {
        List<String> names = preview.columns().stream().map(Preview.Column::name).toList();
        for (Map.Entry<String, String> field : now.mapping().entrySet()) {
            int at = names.indexOf(field.getValue());
            if (at >= 0) {
                errors.bind(field.getKey(), cells.get(at));
            }
        }
    }

    /** Stays open while something is wrong: the cells are kept nevertheless. */
    private void save() {
        List<Problem> left = new ArrayList<>();
        boolean through = errors.guard(() -> {
            row = imports.fix(actor, now.id(), row.id(), row.version(), cells.stream().map(TextField::getValue).toList());
            left.addAll(row.problems());
        });
        if (through && left.isEmpty()) {
            close();
            mended.run();
        } else if (through) {
            errors.show(left);
        }
    }
}
