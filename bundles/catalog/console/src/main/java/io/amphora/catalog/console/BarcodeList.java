package io.amphora.catalog.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import java.util.List;

/** The barcodes of a product, one a line; who may edit products changes them. */
final class BarcodeList extends Div {
    private static final long serialVersionUID = 1L;

    BarcodeList(Barcodes barcodes, Actor actor, String sku) {
        Edit edit = new Edit(() -> barcodes.version(actor, sku));
        List<String> now = barcodes.of(actor, sku);
        if (!actor.may(Products.EDIT)) {
            Span all = new Span(now.isEmpty() ? Texts.of("product.barcodes.none") : String.join(", ", now));
            all.addClassName("muted");
            add(all);
            return;
        }
        TextArea codes = new TextArea();
        codes.setId("barcodes");
        codes.setWidthFull();
        codes.setAriaLabel(Texts.of("product.barcodes"));
        codes.setHelperText(Texts.of("product.barcodes.help"));
        codes.setValue(String.join("\n", now));
        FieldErrors errors = new FieldErrors().bind("barcodes", codes);
        Button save = new Button(Texts.of("product.save"), e -> edit.save(errors,
                seen -> barcodes.set(actor, sku, codes.getValue().lines().map(String::strip).filter(c -> !c.isEmpty()).toList(), seen), () -> Toast.success("product.saved", sku),
                () -> codes.setValue(String.join("\n", barcodes.of(actor, sku)))));
        save.setId("save-barcodes");
        save.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(errors, codes, save);
    }
}
