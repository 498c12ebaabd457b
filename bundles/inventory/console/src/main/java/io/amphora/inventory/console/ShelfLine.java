package io.amphora.inventory.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import java.util.List;
import java.util.Map;

/** Zone and bin of a stock level. */
final class ShelfLine extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TEXT = 20;

    ShelfLine(Shelves shelves, Actor actor, StockLevel level) {
        addClassName("shelf-line");
        Edit edit = new Edit(() -> shelves.version(actor, level.sku(), level.locationId()));
        Shelves.Place place = shelves.places(List.of(level.sku())).getOrDefault(level.sku(), Map.of()).getOrDefault(level.locationId(), Shelves.Place.NONE);
        TextField zone = field("stock.zone", "zone", place.zone());
        TextField bin = field("stock.bin", "bin", place.bin());
        boolean may = actor.may(Stock.ADJUST);
        zone.setReadOnly(!may);
        bin.setReadOnly(!may);
        FieldErrors errors = new FieldErrors().bind("zone", zone).bind("bin", bin);
        add(errors, zone, bin);
        if (may) {
            Button save = new Button(Texts.of("stock.place"), e -> edit.save(errors,
                    seen -> shelves.place(actor, level.sku(), level.locationId(), zone.getValue(), bin.getValue(), seen), () -> Toast.success("stock.placed", level.sku()), Edit::reload));
            save.setId("place");
            save.addThemeVariants(ButtonVariant.LUMO_SMALL);
            add(save);
        }
    }

    private static TextField field(String label, String id, String value) {
        TextField field = new TextField(Texts.of(label));
        field.setId(id);
        field.setMaxLength(TEXT);
        field.setValue(value == null ? "" : value);
        field.setWidth("8rem");
        return field;
    }
}
