package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements.Source;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;

/** Which other open orders of the customer go into this one. */
final class MergeDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;

    MergeDialog(OrderQueries queries, Actor actor, Order order, BiConsumer<List<Source>, String> chosen) {
        setHeaderTitle(Texts.of("order.life.merge"));
        OrderFilter open = new OrderFilter(null, EnumSet.of(OrderStatus.IN_REVIEW, OrderStatus.APPROVED, OrderStatus.ASSIGNED), null, order.customerId(), null, null, null, null, false);
        List<OrderRow> others = queries.list(actor, open, PageRequest.first(MOST)).items().stream().filter(r -> r.id() != order.id()).toList();
        Button close = new Button(Texts.of("kit.cancel"), e -> close());
        if (others.isEmpty()) {
            add(new Paragraph(Texts.of("order.life.merge.none")));
            getFooter().add(close);
            return;
        }
        CheckboxGroup<OrderRow> choice = new CheckboxGroup<>(Texts.of("order.life.merge.which"));
        choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choice.setItems(others);
        choice.setItemLabelGenerator(r -> r.number() + " · " + Texts.of("order.status", r.status()) + " · " + Formats.current().money(r.total().rounded()));
        TextField reason = new TextField(Texts.of("kit.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setManualValidation(true);
        reason.setId("reason");
        add(new Paragraph(Texts.of("order.life.merge.text")), choice, reason);
        Button merge = new Button(Texts.of("order.life.merge"), e -> {
            reason.setErrorMessage(Texts.of("kit.reason.missing"));
            reason.setInvalid(reason.getValue().isBlank());
            if (!reason.isInvalid() && !choice.getValue().isEmpty()) {
                close();
                chosen.accept(choice.getValue().stream().map(r -> new Source(r.id(), r.version())).toList(), reason.getValue().strip());
            }
        });
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setId("confirm");
        getFooter().add(close, merge);
    }
}
