package io.amphora.transfer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Preview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How the file is read and what its columns mean, each guess correctable, above its first rows. */
final class SettingsForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final String HISTORIC = "historic";
    private static final String LIVE = "live";
    private static final String AGAIN = "again";
    private static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "Big5", "Shift_JIS");
    private static final Map<String, String> DELIMITERS = Map.of(",", ",", ";", ";", "\t", "Tab", "|", "|");
    private static final int ROWS = 10;

    private final transient Import now;
    private final Select<ImportKind> kind = new Select<>();
    private final ComboBox<String> charset = new ComboBox<>();
    private final Select<String> delimiter = new Select<>();
    private final Select<FileFormat.DateOrder> dates = new Select<>();
    private final Checkbox comma = new Checkbox();
    private final IntegerField skip = new IntegerField();
    private final TextField source = new TextField();
    private final TextField currency = new TextField();
    private final TextField country = new TextField();
    private final TextField zone = new TextField();
    private final TextField services = new TextField();
    private final RadioButtonGroup<String> live = new RadioButtonGroup<>();
    private final Map<String, ComboBox<String>> columns = new LinkedHashMap<>();
    private final Map<String, Select<Boolean>> decimals = new LinkedHashMap<>();
    private final FieldErrors errors = new FieldErrors();

    SettingsForm(Imports imports, Actor actor, Import now, Consumer<Import> changed) {
        this.now = now;
        addClassName("import-settings");
        Preview preview = preview(imports, actor, now);
        Button apply = new Button(Texts.of("transfer.apply"), e -> errors.guard(() -> changed.accept(apply(imports, actor))));
        add(Panels.section("transfer.format", new Div(errors, format(), options())),
                Panels.section("transfer.mapping", new Div(mapping(imports.fields(now.kind()), preview), apply)), Panels.section("transfer.first-rows", rows(preview)));
        errors.bind("format.charset", charset).bind("format.delimiter", delimiter).bind("format.dates", dates).bind("format.skip", skip).bind("options.source", source).bind("options.currency", currency)
                .bind("options.country", country).bind("options.zone", zone).bind("options.services", services);
        columns.forEach((field, box) -> errors.bind("mapping." + field, box));
    }

    private static Preview preview(Imports imports, Actor actor, Import now) {
        try {
            return imports.preview(actor, now.id());
        } catch (AmphoraException e) {
            return new Preview(List.of(), List.of());
        }
    }

    private Div format() {
        FileFormat f = now.format();
        kind.setLabel(Texts.of("transfer.kind"));
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(States::of);
        kind.setValue(now.kind());
        charset.setLabel(Texts.of("transfer.charset"));
        charset.setItems(CHARSETS);
        charset.setAllowCustomValue(true);
        charset.addCustomValueSetListener(e -> charset.setValue(e.getDetail()));
        charset.setValue(f.charset());
        delimiter.setLabel(Texts.of("transfer.delimiter"));
        delimiter.setItems(",", ";", "\t", "|");
        delimiter.setItemLabelGenerator(d -> DELIMITERS.getOrDefault(d, d));
        delimiter.setValue(f.delimiter());
        dates.setLabel(Texts.of("transfer.dates"));
        dates.setItems(FileFormat.DateOrder.values());
        dates.setItemLabelGenerator(d -> Texts.of("transfer.dates", d));
        dates.setValue(f.dates());
        comma.setLabel(Texts.of("transfer.decimal-comma"));
        comma.setValue(f.decimalComma());
        skip.setLabel(Texts.of("transfer.skip"));
        skip.setMin(0);
        skip.setStepButtonsVisible(true);
        skip.setValue(f.skip());
        skip.setId("skip");
        // all columns follow, but for those that are set otherwise afterwards
        comma.addValueChangeListener(e -> decimals.values().forEach(s -> s.setValue(e.getValue())));
        return row(kind, charset, delimiter, skip, dates, comma);
    }

    private Div options() {
        ImportOptions o = now.options();
        field(source, "transfer.source", o.source());
        field(currency, "transfer.currency", o.currency());
        field(country, "transfer.country", o.country());
        field(zone, "transfer.zone", o.zone());
        field(services, "transfer.services", String.join(", ", o.services()));
        services.setHelperText(Texts.of("transfer.services.help"));
        boolean orders = now.kind() == ImportKind.ORDER_LINES;
        live.setLabel(Texts.of("transfer.orders-as"));
        live.setItems(HISTORIC, LIVE, AGAIN);
        live.setItemLabelGenerator(l -> Texts.of("transfer.orders-as." + l));
        live.setValue(o.again() ? AGAIN : o.live() ? LIVE : HISTORIC);
        live.setHelperText(Texts.of("transfer.orders-as.help"));
        live.setVisible(orders);
        live.setId("live");
        source.setVisible(orders);
        zone.setVisible(orders);
        services.setVisible(now.kind() != ImportKind.STOCK);
        return row(live, source, currency, country, zone, services);
    }

    private static void field(TextField field, String key, String value) {
        field.setLabel(Texts.of(key));
        field.setValue(value == null ? "" : value);
    }

    private static Div row(com.vaadin.flow.component.Component... fields) {
        Div row = new Div(fields);
        row.addClassName("input-row");
        return row;
    }

    private Div mapping(List<ImportField> fields, Preview preview) {
        Div all = row();
        Map<String, Preview.Column> byName = new LinkedHashMap<>();
        preview.columns().forEach(c -> byName.put(c.name(), c));
        for (ImportField field : fields) {
            ComboBox<String> box = new ComboBox<>(Texts.of("transfer.field." + field.name()));
            box.setItems(byName.keySet());
            box.setClearButtonVisible(true);
            box.setRequiredIndicatorVisible(field.required() && !(now.options().live() && !now.options().again() && field.name().equals("orderDate")));
            box.setId("field-" + field.name());
            box.addValueChangeListener(e -> box.setHelperText(sample(byName.get(e.getValue()))));
            box.setValue(now.mapping().get(field.name()));
            columns.put(field.name(), box);
            all.add(box);
            if (field.type() == ImportField.Type.NUMBER && now.mapping().containsKey(field.name()) && preview.columns().stream()
                    .anyMatch(c -> c.name().equals(now.mapping().get(field.name())) && c.samples().stream().anyMatch(s -> s.matches(".*[.,].*")))) {
                all.add(decimals(field.name()));
            }
        }
        return all;
    }

    /** How the numbers of this column are written, beside it. */
    private Select<Boolean> decimals(String field) {
        Select<Boolean> select = new Select<>();
        select.setLabel(Texts.of("transfer.decimals", Texts.of("transfer.field." + field)));
        select.setItems(false, true);
        select.setItemLabelGenerator(comma -> comma ? "1.234,50" : "1,234.50");
        select.setValue(now.format().decimalComma(field));
        select.setId("decimals-" + field);
        decimals.put(field, select);
        return select;
    }

    private FileFormat chosenFormat() {
        Map<String, Boolean> others = new LinkedHashMap<>(now.format().decimals());
        decimals.forEach((field, select) -> others.put(field, select.getValue()));
        others.values().removeIf(c -> c == comma.getValue().booleanValue());
        return new FileFormat(charset.getValue(), delimiter.getValue(), now.format().quote(), skip.getValue() == null ? 0 : skip.getValue(), dates.getValue(), comma.getValue(), others);
    }

    private static String sample(Preview.Column column) {
        return column == null ? null : String.join(" · ", column.samples().stream().limit(3).toList());
    }

    private Import apply(Imports imports, Actor actor) {
        FileFormat before = now.format();
        FileFormat format = chosenFormat();
        ImportOptions options = new ImportOptions(source.getValue(), currency.getValue().strip(), country.getValue(), zone.getValue().strip(), now.options().location(),
                List.of(services.getValue().split("[,，]")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList(), LIVE.equals(live.getValue()), AGAIN.equals(live.getValue()));
        boolean sameCells = before.charset().equals(format.charset()) && before.delimiter().equals(format.delimiter()) && before.skip() == format.skip() && kind.getValue() == now.kind();
        Map<String, String> mapping = new LinkedHashMap<>();
        columns.forEach((field, box) -> {
            if (box.getValue() != null) {
                mapping.put(field, box.getValue());
            }
        });
        return imports.adjust(actor, now.id(), now.version(), kind.getValue(), before.equals(format) ? null : format, sameCells ? mapping : null, options);
    }

    private static Grid<List<String>> rows(Preview preview) {
        Grid<List<String>> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        for (int i = 0; i < preview.columns().size(); i++) {
            int column = i;
            grid.addColumn(r -> column < r.size() ? r.get(column) : "").setHeader(preview.columns().get(i).name()).setAutoWidth(true).setResizable(true);
        }
        grid.setItems(preview.rows().stream().limit(ROWS).toList());
        grid.setAllRowsVisible(true);
        return grid;
    }
}
