package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A list that scrolls through a million rows as through a hundred: it reads {@link Page pages} after cursors, in an unknown total. On a
 * phone rows are cards. j and k move, Enter (or a click) opens, x selects. Rows are compared by id, so a refresh keeps scroll position and
 * selection.
 *
 * <pre>{@code
 * var grid = new KeysetGrid<OrderRow>(page -> queries.list(actor, filter(), page), OrderRow::id);
 * grid.column("order.number", OrderRow::number);
 * grid.badge("order.status", row -> statusBadge(row.status()));
 * grid.setCard(row -> new OrderCard(row));
 * grid.onOpen(row -> getUI().ifPresent(ui -> ui.navigate("orders/" + row.id())));
 * Live.on(grid, "order.*", keys -> grid.refresh());
 * }</pre>
 */
public class KeysetGrid<T> extends Grid<T> {
    private static final long serialVersionUID = 1L;

    /** Reads one page of the list under the filter as it is now. */
    @FunctionalInterface
    public interface Fetch<T> {
        Page<T> fetch(PageRequest page);
    }

    private final KeysetPages<T> pages;
    private final transient Set<Column<T>> hiddenByChoice = new HashSet<>();
    private transient Consumer<T> open = row -> { };
    private Column<T> card;
    private boolean narrow;

    /** @param id what tells rows apart */
    public KeysetGrid(Fetch<T> fetch, SerializableFunction<T, ?> id) {
        addClassName("keyset-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        pages = new KeysetPages<>(fetch);
        setItems(new Rows(id));
        getLazyDataView().setItemCountUnknown();
        getLazyDataView().setItemCountEstimate(2 * KeysetPages.SIZE);
        getLazyDataView().setItemCountEstimateIncrease(2 * KeysetPages.SIZE);
        addItemClickListener(e -> open.accept(e.getItem()));
        getElement().addEventListener("amphora-row", e -> row(e.getEventData().getString("event.detail.action"), e.getEventData().getString("event.detail.key")))
                .addEventData("event.detail.action").addEventData("event.detail.key");
        addAttachListener(e -> getElement().executeJs("window.amphora?.gridKeys(this)"));
        Screen.follow(this, this::setNarrow);
    }

    /** A column of texts. @param headerKey message key */
    public Column<T> column(String headerKey, ValueProvider<T, ?> value) {
        return addColumn(value).setHeader(Texts.of(headerKey)).setKey(headerKey).setAutoWidth(true).setResizable(true).setFlexGrow(1);
    }

    /** A column of numbers or money, aligned at the end. */
    public Column<T> numbers(String headerKey, ValueProvider<T, ?> value) {
        return column(headerKey, value).setTextAlign(ColumnTextAlign.END).setPartNameGenerator(row -> "number").setFlexGrow(0);
    }

    /** A column of badges, or any small components. */
    public Column<T> badge(String headerKey, SerializableFunction<T, Component> badge) {
        return addColumn(new ComponentRenderer<>(badge)).setHeader(Texts.of(headerKey)).setKey(headerKey).setAutoWidth(true).setFlexGrow(0);
    }

    /** How a row looks on a phone, instead of its columns. */
    public void setCard(SerializableFunction<T, Component> renderer) {
        card = addColumn(new ComponentRenderer<>(renderer)).setKey("kit.card").setFlexGrow(1);
        setNarrow(narrow);
    }

    /** What Enter and a click on a row do. */
    public void onOpen(Consumer<T> action) {
        open = action;
        addClassName("opens");
    }

    /** Shows or hides a column by its header key: the user's choice, which a phone's cards do not disturb. */
    public void setColumnShown(String headerKey, boolean shown) {
        Column<T> column = getColumnByKey(headerKey);
        if (shown) {
            hiddenByChoice.remove(column);
        } else {
            hiddenByChoice.add(column);
        }
        setNarrow(narrow);
    }

    /** Rows changed: reads what is on the screen again; scroll position and selection stay. */
    public void refresh() {
        pages.refresh();
        getDataProvider().refreshAll();
    }

    /** The filter or order changed: begins at the top. */
    public void restart() {
        pages.restart();
        deselectAll();
        scrollToStart();
        getDataProvider().refreshAll();
    }

    private void row(String action, String key) {
        T row = getDataCommunicator().getKeyMapper().get(key);
        if (row == null) {
            return;
        }
        if (action.equals("open")) {
            open.accept(row);
        } else if (getSelectionMode() != SelectionMode.NONE) {
            if (getSelectionModel().isSelected(row)) {
                deselect(row);
            } else {
                select(row);
            }
        }
    }

    private void setNarrow(boolean narrow) {
        this.narrow = narrow;
        boolean cards = narrow && card != null;
        for (Column<T> column : getColumns()) {
            column.setVisible(column == card ? cards : !cards && !hiddenByChoice.contains(column));
        }
        setClassName("cards", cards);
    }

    private final class Rows extends AbstractBackEndDataProvider<T, Void> {
        private static final long serialVersionUID = 1L;
        private final SerializableFunction<T, ?> id;

        Rows(SerializableFunction<T, ?> id) {
            this.id = id;
        }

        @Override
        protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
            return pages.rows(query.getOffset(), query.getLimit()).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<T, Void> query) {
            throw new IllegalStateException("the total is unknown");
        }

        @Override
        public Object getId(T item) {
            return id.apply(item);
        }
    }
}
