package io.amphora.fulfilment.console;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.WaveKind;
import io.amphora.fulfilment.api.Waves;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import java.util.List;
import java.util.function.Consumer;

/** Chooses orders for a wave: by location, priority, promised day, channel. */
final class WaveDialog extends FormDialog {
    private static final long serialVersionUID = 1L;

    private final transient Waves waves;
    private final transient Actor actor;
    private final Select<Location> location = new Select<>();
    private final IntegerField priority = new IntegerField();
    private final DatePicker promised = new DatePicker();
    private final TextField channel = new TextField();
    private final Grid<PickCandidate> grid = new Grid<>();
    private final Span count = new Span();
    private transient List<PickCandidate> found = List.of();
    /** Than fit into one wave. */
    private boolean more;

    WaveDialog(Waves waves, Locations locations, Actor actor, Consumer<Wave> done) {
        super(Texts.of("wave.new"));
        this.waves = waves;
        this.actor = actor;
        setWidth("min(60rem, 96vw)");
        filters(locations);
        orders();
        Select<WaveKind> kind = field("kind", "wave.kind", new Select<>());
        kind.setId("kind");
        kind.setItems(WaveKind.values());
        kind.setItemLabelGenerator(k -> Texts.of("wave.kind", k));
        kind.setValue(WaveKind.LOCATION);
        TextField note = field("note", "wave.note", new TextField());
        note.setMaxLength(500);
        action("wave.make", "make", () -> {
            Wave wave = waves.make(actor, kind.getValue(), grid.getSelectedItems().stream().map(PickCandidate::orderId).toList(), note.getValue());
            Toast.success("wave.made-it", wave.number(), wave.lists());
            done.accept(wave);
        });
        search();
    }

    private void filters(Locations locations) {
        location.setLabel(Texts.of("wave.location"));
        location.setItems(locations.active());
        location.setEmptySelectionAllowed(true);
        location.setItemLabelGenerator(l -> l == null ? "" : l.name());
        priority.setLabel(Texts.of("wave.priority"));
        promised.setLabel(Texts.of("wave.promised-by"));
        channel.setLabel(Texts.of("wave.channel"));
        channel.setMaxLength(60);
        location.addValueChangeListener(e -> search());
        priority.addValueChangeListener(e -> search());
        promised.addValueChangeListener(e -> search());
        channel.addValueChangeListener(e -> search());
        Div row = new Div(location, priority, promised, channel);
        row.addClassName("pack-sizes");
        say(row);
    }

    private void orders() {
        Formats f = Formats.current();
        grid.setId("candidates");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addColumn(PickCandidate::orderNumber).setHeader(Texts.of("shipment.order")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(c -> c.customerName() == null ? "" : c.customerName()).setHeader(Texts.of("shipment.customer"));
        grid.addColumn(c -> f.number(c.lines())).setHeader(Texts.of("wave.lines")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(c -> f.date(c.promised())).setHeader(Texts.of("wave.promised")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(c -> f.number(c.priority())).setHeader(Texts.of("wave.priority")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(c -> c.held() ? Badge.of(Badge.Tone.WARNING, "wave.held") : new Span())).setAutoWidth(true).setFlexGrow(0);
        grid.setHeight("min(18rem, 40vh)");
        grid.addSelectionListener(e -> count());
        say(grid);
        count.addClassName("muted");
        say(count);
    }

    private void search() {
        found = waves.candidates(actor, new CandidateFilter(location.getValue() == null ? null : location.getValue().id(), priority.getValue(), promised.getValue(),
                channel.isEmpty() ? null : channel.getValue().strip()), Waves.MAX_ORDERS + 1);
        more = found.size() > Waves.MAX_ORDERS;
        found = more ? found.subList(0, Waves.MAX_ORDERS) : found;
        grid.setItems(found);
        found.stream().filter(c -> !c.held()).forEach(grid::select);
        count();
    }

    private void count() {
        count.setText(Texts.of(more ? "wave.chosen-more" : "wave.chosen", grid.getSelectedItems().size(), found.size()));
    }
}
