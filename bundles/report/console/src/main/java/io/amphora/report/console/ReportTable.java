package io.amphora.report.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.amphora.console.api.kit.Screen;
import io.amphora.console.api.kit.Texts;
import io.amphora.report.api.ReportResult;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a report with totals under them; cards on a phone. A row that leads somewhere has a link, and can be clicked as a whole. */
final class ReportTable extends Grid<List<Object>> {
    private static final long serialVersionUID = 1L;
    private static final String CARD = "card";
    private static final int ALL_SHOWN = 30;

    private final transient ReportResult result;
    private final transient Values values;

    ReportTable(ReportResult result, Drill drill, Consumer<List<Object>> open) {
        this.result = result;
        this.values = new Values(result);
        addClassNames("report-table");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(result.rows().size() <= ALL_SHOWN);
        for (int i = 0; i < result.columns().size(); i++) {
            column(i, drill);
        }
        addColumn(new ComponentRenderer<>(row -> card(row, drill))).setKey(CARD);
        if (result.totals() != null) {
            totals();
        }
        setItems(result.rows());
        addItemClickListener(e -> open.accept(e.getItem()));
        setClassName("opens", result.columns().stream().anyMatch(c -> c.drill() != null));
        Screen.follow(this, this::narrow);
    }

    private void column(int index, Drill drill) {
        ReportResult.Column column = result.columns().get(index);
        Grid.Column<List<Object>> shown = column.drill() == null ? addColumn(row -> values.text(row, index))
                : addColumn(new ComponentRenderer<>(row -> link(row, index, drill)));
        shown.setHeader(column.title()).setKey(column.name()).setAutoWidth(true).setResizable(true).setSortable(true).setComparator(comparator(index));
        if (column.type() != ReportResult.Column.Type.TEXT) {
            shown.setTextAlign(ColumnTextAlign.END).setPartNameGenerator(row -> "number");
        }
    }

    private static Comparator<List<Object>> comparator(int index) {
        return Comparator.comparing(row -> row.get(index), Comparator.nullsFirst(ReportTable::compare));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return a.getClass() == b.getClass() ? ((Comparable<Object>) a).compareTo(b) : a.toString().compareTo(b.toString());
    }

    private Component link(List<Object> row, int index, Drill drill) {
        String text = values.text(row, index);
        return row.get(index) == null ? new Span(text) : drill.into(result, row).<Component>map(t -> new ConsoleLink(t.href(), text)).orElseGet(() -> new Span(text));
    }

    private Component card(List<Object> row, Drill drill) {
        Div card = new Div();
        card.addClassName("row-card");
        for (int i = 0; i < result.columns().size(); i++) {
            if (i == Values.currencyColumn(result)) {
                continue;
            }
            Component value = result.columns().get(i).drill() == null ? new Span(values.text(row, i)) : link(row, i, drill);
            value.addClassName("card-value");
            Span label = new Span(result.columns().get(i).title());
            label.addClassName("card-label");
            Div pair = new Div(label, value);
            pair.addClassName("card-pair");
            card.add(pair);
        }
        return card;
    }

    private void totals() {
        var footer = appendFooterRow();
        for (int i = 0; i < result.columns().size(); i++) {
            Object total = result.totals().get(i);
            String text = total == null ? i == 0 ? Texts.of("report.total") : "" : values.text(result.totals(), i);
            footer.getCell(getColumns().get(i)).setText(text);
        }
        Component card = card(result.totals(), new Drill("", java.util.Map.of(), List.of()));
        card.addClassName("card-total");
        footer.getCell(getColumnByKey(CARD)).setComponent(card);
    }

    private void narrow(boolean narrow) {
        getColumns().forEach(c -> c.setVisible(narrow == CARD.equals(c.getKey())));
        setClassName("cards", narrow);
    }
}
