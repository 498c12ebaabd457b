package io.amphora.inventory.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import java.util.function.Consumer;

/** A location to be made or changed. */
final class LocationDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int CODE = 20;
    private static final int REGION = 100;
    private static final int PRIORITY = 100;

    private final TextField code = new TextField(Texts.of("location.code"));
    private final TextField name = new TextField(Texts.of("location.name"));
    private final TextField region = new TextField(Texts.of("location.region"));
    private final IntegerField priority = new IntegerField(Texts.of("location.priority"));
    private final Checkbox active = new Checkbox(Texts.of("location.active.label"), true);
    private final FieldErrors errors = new FieldErrors();

    /** @param location null for a new one */
    LocationDialog(Location location, Locations locations, Actor actor, Consumer<Location> saved) {
        setHeaderTitle(location == null ? Texts.of("location.new") : location.code());
        setWidth("min(38rem, 94vw)");
        code.setMaxLength(CODE);
        code.setId("code");
        code.setReadOnly(location != null);
        name.setMaxLength(Problems.TEXT);
        name.setId("name");
        region.setMaxLength(REGION);
        priority.setHelperText(Texts.of("location.priority.help"));
        priority.setValue(location == null ? PRIORITY : location.priority());
        if (location != null) {
            code.setValue(location.code());
            name.setValue(location.name());
            region.setValue(location.region() == null ? "" : location.region());
            active.setValue(location.active());
        }
        errors.bind("code", code).bind("name", name).bind("region", region).bind("priority", priority);
        FormLayout form = new FormLayout(code, name, region, priority);
        if (location != null) {
            form.add(active);
        }
        add(errors, form);
        Button save = new Button(Texts.of("location.save"), e -> errors.guard(() -> {
            Location result = save(location, locations, actor);
            close();
            saved.accept(result);
        }));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }

    private Location save(Location location, Locations locations, Actor actor) {
        int order = priority.getValue() == null ? PRIORITY : priority.getValue();
        return location == null ? locations.create(actor, code.getValue(), name.getValue(), region.getValue(), order)
                : locations.change(actor, location.id(), location.version(), name.getValue(), region.getValue(), order, active.getValue());
    }
}
