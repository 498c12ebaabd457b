package io.amphora.inventory.console;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Receives, counts or transfers stock: by scanner (scan, quantity, Enter) or by keyboard. */
final class StockDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int TEXT = 200;
    private static final int REFERENCE = 100;

    /** What is done. */
    enum Kind {
        RECEIVE, COUNT, TRANSFER, SAFETY
    }

    private final Kind kind;
    private final transient Stock stock;
    private final transient Actor actor;
    private final transient StockNames names;
    private final transient Runnable done;
    private final TextField sku = new TextField(Texts.of("stock.scan"));
    private final Select<Location> location = new Select<>();
    private final Select<Location> to = new Select<>();
    private final BigDecimalField quantity = new BigDecimalField();
    private final TextField reason = new TextField();
    private final Span now = new Span();
    private final FieldErrors errors = new FieldErrors();
    private final Button giveWay = new Button(Texts.of("stock.give-way"), e -> save(true));
    /** As the person sees it: a count of something else is refused. */
    private transient StockLevel seen;

    StockDialog(Kind kind, Stock stock, Actor actor, List<Location> locations, StockNames names, Runnable done) {
        this.kind = kind;
        this.stock = stock;
        this.actor = actor;
        this.names = names;
        this.done = done;
        String key = "stock." + kind.name().toLowerCase(Locale.ROOT);
        setHeaderTitle(Texts.of(key));
        setWidth("min(38rem, 94vw)");
        build(locations);
        now.addClassName("muted");
        FormLayout form = new FormLayout(sku, location);
        if (kind == Kind.TRANSFER) {
            form.add(to);
        }
        form.add(quantity);
        if (kind != Kind.SAFETY) {
            form.add(reason);
        }
        giveWay.setId("give-way");
        giveWay.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        giveWay.setVisible(false);
        add(errors, giveWay, form, now);
        Button save = new Button(Texts.of(key + ".do"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()), save);
        Shortcuts.on(save, "mod+enter", key + ".do", this::save);
    }

    private void build(List<Location> locations) {
        sku.setId("sku");
        sku.setPrefixComponent(new Icons("barcode"));
        sku.setAutofocus(true);
        sku.setAutoselect(true);
        // a scanner types the code and presses Enter
        sku.addKeyPressListener(Key.ENTER, e -> quantity.focus());
        sku.addValueChangeListener(e -> look());
        List<Location> active = locations.stream().filter(Location::active).toList();
        select(location, kind == Kind.TRANSFER ? "stock.from" : "stock.location", active, 0);
        location.setId("location");
        location.addValueChangeListener(e -> look());
        select(to, "stock.to", active, Math.min(1, active.size() - 1));
        to.setId("to");
        quantity.setLabel(Texts.of(kind == Kind.COUNT ? "stock.counted" : kind == Kind.SAFETY ? "stock.safety" : "stock.quantity"));
        quantity.setId("quantity");
        quantity.addKeyPressListener(Key.ENTER, e -> save());
        reason.setLabel(Texts.of(kind == Kind.RECEIVE ? "stock.reference" : "stock.reason"));
        reason.setMaxLength(kind == Kind.RECEIVE ? REFERENCE : TEXT);
        reason.setRequiredIndicatorVisible(kind == Kind.COUNT);
        reason.setId("reason");
        errors.bind("sku", sku).bind("locationId", location).bind("toLocationId", to).bind("quantity", quantity).bind("counted", quantity).bind("safety", quantity)
                .bind("reason", reason).bind("reference", reason);
    }

    private static void select(Select<Location> select, String label, List<Location> locations, int chosen) {
        select.setLabel(Texts.of(label));
        select.setItems(locations);
        select.setItemLabelGenerator(Location::name);
        select.setValue(locations.isEmpty() ? null : locations.get(chosen));
    }

    /** For a level the person came from. */
    StockDialog at(StockLevel level, List<Location> locations) {
        locations.stream().filter(l -> l.id() == level.locationId() && l.active()).findFirst().ifPresent(location::setValue);
        sku.setValue(level.sku());
        return this;
    }

    /** Shows what is there now. */
    private void look() {
        seen = sku.isEmpty() || location.getValue() == null ? null : stock.levels(actor, List.of(sku.getValue().strip())).stream()
                .filter(l -> l.locationId() == location.getValue().id()).findFirst().orElse(null);
        Formats formats = Formats.current();
        now.setText(sku.isEmpty() ? "" : names.product(sku.getValue().strip()) + " " + (seen == null ? Texts.of("stock.nothing-there")
                : Texts.of("stock.there", formats.number(seen.onHand()), formats.number(seen.reserved()), formats.number(seen.available()))));
    }

    private void save() {
        save(false);
    }

    /** @param giveWay also if orders hold more than is there */
    private void save(boolean giveWay) {
        if (errors.guard(() -> act(giveWay))) {
            this.giveWay.setVisible(false);
            Toast.success("stock.done", sku.getValue().strip());
            done.run();
            next();
        }
    }

    /** The next one of a delivery or a shelf. */
    private void next() {
        sku.clear();
        quantity.clear();
        sku.focus();
    }

    private void act(boolean letGo) {
        try {
            record(letGo);
        } catch (AmphoraException.Refused e) {
            giveWay.setVisible(kind == Kind.COUNT && !letGo && e.problems().stream().anyMatch(p -> p.code().equals("stock.reserved")));
            throw e;
        }
    }

    private void record(boolean letGo) {
        String code = sku.getValue();
        long place = location.getValue() == null ? 0 : location.getValue().id();
        BigDecimal amount = quantity.getValue();
        switch (kind) {
            case RECEIVE -> stock.receive(actor, code, place, amount, reason.getValue());
            case COUNT -> {
                long version = seen == null ? 0 : seen.version();
                if (letGo) {
                    stock.adjustReserved(actor, code, place, version, amount, reason.getValue());
                } else {
                    stock.adjust(actor, code, place, version, amount, reason.getValue());
                }
            }
            case TRANSFER -> stock.transfer(actor, code, place, to.getValue() == null ? 0 : to.getValue().id(), amount, reason.getValue());
            case SAFETY -> stock.setSafety(actor, seen == null ? 0 : seen.id(), seen == null ? 0 : seen.version(), amount);
        }
    }
}
