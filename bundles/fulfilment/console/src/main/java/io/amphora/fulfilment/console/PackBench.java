package io.amphora.fulfilment.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.amphora.catalog.api.Barcodes;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ToPack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Goods of one order go into parcels: by scan into the one that is open, or all that is left at once. Kept when it is done. */
final class PackBench extends Div {
    private static final long serialVersionUID = 1L;

    /** A parcel being packed. */
    private static final class Box {
        final Map<Long, BigDecimal> items = new LinkedHashMap<>();
        final BigDecimalField weight = new BigDecimalField(Texts.of("pack.weight"));
        final BigDecimalField length = new BigDecimalField(Texts.of("pack.length"));
        final BigDecimalField width = new BigDecimalField(Texts.of("pack.width"));
        final BigDecimalField height = new BigDecimalField(Texts.of("pack.height"));

        NewParcel toParcel() {
            return new NewParcel(weight.getValue(), length.getValue(), width.getValue(), height.getValue(), items.entrySet().stream().map(e -> new NewParcel.Item(e.getKey(), e.getValue())).toList());
        }
    }

    private final transient ShippingDesk desk;
    private final transient Barcodes barcodes;
    private final transient Actor actor;
    private final transient Consumer<Shipment> done;
    private final transient Shipment begun;
    private final transient Map<Long, ToPack> lines = new LinkedHashMap<>();
    private final transient List<Box> boxes = new ArrayList<>();
    private final long order;
    private final FieldErrors errors = new FieldErrors();
    private final Scan scan = new Scan("pack.scan", this::scanned);
    private final Div left = new Div();
    private final Div parcels = new Div();

    PackBench(Shipments shipments, ShippingDesk desk, Barcodes barcodes, Actor actor, long order, Shipment begun, Consumer<Shipment> done) {
        this.desk = desk;
        this.barcodes = barcodes;
        this.actor = actor;
        this.order = order;
        this.begun = begun;
        this.done = done;
        addClassName("pick");
        shipments.toPack(actor, order).forEach(l -> lines.put(l.lineId(), l));
        if (begun != null) {
            begun.parcels().forEach(this::reopen);
        }
        if (boxes.isEmpty()) {
            boxes.add(new Box());
        }
        scan.setId("scan");
        Button all = ShipmentTexts.small("pack.all", "pack-all", this::all);
        Button more = ShipmentTexts.small("pack.new-parcel", "new-parcel", () -> {
            boxes.add(new Box());
            show();
        });
        Button save = new Button(Texts.of("pack.done"), e -> save());
        save.setId("pack-done");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Shortcuts.on(save, "mod+enter", "pack.done", this::save);
        parcels.addClassName("parcels");
        add(ShipmentTexts.row("pick-scan", scan), errors, left, parcels, ShipmentTexts.row("fulfilment-actions", all, more, save));
        show();
    }

    /** What is in a shipment that was begun counts as to be packed. */
    private void reopen(Shipment.Parcel p) {
        Box box = new Box();
        p.items().forEach(i -> {
            ToPack other = lines.get(i.lineId());
            lines.put(i.lineId(), new ToPack(i.lineId(), i.position(), i.sku(), i.name(), i.quantity().add(other == null ? BigDecimal.ZERO : other.quantity()), i.unit()));
            box.items.put(i.lineId(), i.quantity());
        });
        box.weight.setValue(p.weightKg());
        box.length.setValue(p.lengthCm());
        box.width.setValue(p.widthCm());
        box.height.setValue(p.heightCm());
        boxes.add(box);
    }

    boolean nothing() {
        return lines.isEmpty();
    }

    private Box current() {
        return boxes.get(boxes.size() - 1);
    }

    private BigDecimal left(ToPack line) {
        return boxes.stream().map(b -> b.items.getOrDefault(line.lineId(), BigDecimal.ZERO)).reduce(line.quantity(), BigDecimal::subtract);
    }

    private void scanned(String code) {
        String sku = barcodes.sku(code).orElse(code);
        Optional<ToPack> line = lines.values().stream().filter(l -> l.sku().equalsIgnoreCase(sku) && left(l).signum() > 0).findFirst();
        if (line.isEmpty()) {
            boolean known = lines.values().stream().anyMatch(l -> l.sku().equalsIgnoreCase(sku));
            scan.accept(Texts.of(known ? "pack.enough" : "pack.wrong", code));
            return;
        }
        put(line.get(), left(line.get()).min(BigDecimal.ONE));
        show();
    }

    private void put(ToPack line, BigDecimal quantity) {
        current().items.merge(line.lineId(), quantity, BigDecimal::add);
    }

    private void all() {
        lines.values().stream().filter(l -> left(l).signum() > 0).forEach(l -> put(l, left(l)));
        show();
    }

    private void show() {
        Formats f = Formats.current();
        left.removeAll();
        lines.values().stream().filter(l -> left(l).signum() > 0).forEach(l -> left.add(line(l.sku() + " · " + l.name(), f.quantity(left(l), l.unit()))));
        if (!left.getChildren().findAny().isPresent()) {
            left.add(ShipmentTexts.muted(Texts.of("pack.all-in")));
        }
        parcels.removeAll();
        for (int i = 0; i < boxes.size(); i++) {
            parcels.add(box(i, boxes.get(i), f));
        }
    }

    private Div box(int index, Box box, Formats f) {
        Div card = ShipmentTexts.row("pack-parcel", new H2(Texts.of("shipment.parcel", index + 1)));
        card.setClassName("current", box == current());
        box.items.forEach((line, quantity) -> {
            Div row = line(lines.get(line).sku() + " · " + lines.get(line).name(), f.quantity(quantity, lines.get(line).unit()));
            row.add(ShipmentTexts.small("pack.take-out", "out-" + index + "-" + line, () -> {
                box.items.remove(line);
                show();
            }));
            card.add(row);
        });
        card.add(ShipmentTexts.row("pack-sizes", box.weight, box.length, box.width, box.height));
        box.weight.setId("weight-" + index);
        String at = "parcels[" + index + "]";
        errors.bind(at + ".weightKg", box.weight).bind(at + ".lengthCm", box.length).bind(at + ".widthCm", box.width).bind(at + ".heightCm", box.height);
        if (boxes.size() > 1) {
            card.add(ShipmentTexts.small("pack.remove", "remove-" + index, () -> {
                boxes.remove(box);
                show();
            }));
        }
        return card;
    }

    private static Div line(String what, String quantity) {
        Span number = new Span(quantity);
        number.addClassName("number");
        return ShipmentTexts.row("parcel-item", new Span(what), number);
    }

    private void save() {
        List<NewParcel> all = boxes.stream().filter(b -> !b.items.isEmpty()).map(Box::toParcel).toList();
        if (all.isEmpty()) {
            scan.accept(Texts.of("pack.empty"));
            return;
        }
        errors.guard(() -> done.accept(begun == null ? desk.prepare(actor, order, all) : desk.pack(actor, begun.id(), begun.version(), all)));
    }
}
