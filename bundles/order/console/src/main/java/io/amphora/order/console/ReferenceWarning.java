package io.amphora.order.console;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import java.util.List;
import java.util.function.Supplier;

/** Says, while somebody types the customer's reference, which orders of the customer carry it already. */
final class ReferenceWarning {
    private final TextField field;
    private final Supplier<Long> customer;
    private final Supplier<Order> draft;
    private final OrderQueries queries;
    private final Actor actor;

    ReferenceWarning(TextField field, Supplier<Long> customer, Supplier<Order> draft, OrderQueries queries, Actor actor) {
        this.field = field;
        this.customer = customer;
        this.draft = draft;
        this.queries = queries;
        this.actor = actor;
    }

    void watch(HasValue<?, ?> customerField) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> show());
        customerField.addValueChangeListener(e -> show());
    }

    private void show() {
        List<String> same = customer.get() == null || field.isEmpty() ? List.of()
                : queries.withReference(actor, customer.get(), field.getValue()).stream().filter(r -> draft.get() == null || r.id() != draft.get().id()).map(OrderRow::number).toList();
        field.setHelperText(same.isEmpty() ? null : Texts.of("order.reference.again", String.join(", ", same)));
        field.setClassName("warned", !same.isEmpty());
    }
}
