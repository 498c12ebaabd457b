package io.amphora.order.console;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;

/** Where the goods of a new order go and what leaves when: closed for the many that are delivered as usual. */
final class EntryDelivery extends Details {
    private static final long serialVersionUID = 1L;

    private final ShipToField shipTo;
    private final DeliveryFields terms;
    private boolean loading;

    EntryDelivery(FieldErrors errors, Runnable changed) {
        Runnable told = () -> {
            if (!loading) {
                changed.run();
            }
        };
        shipTo = new ShipToField(errors, told);
        terms = new DeliveryFields(NewOrder.Delivery.USUAL, told);
        terms.addClassName("delivery-terms");
        errors.bind("delivery", terms.priority());
        setSummaryText(Texts.of("order.entry.delivery"));
        setId("entry-delivery");
        addClassNames("surface", "entry-delivery");
        Div both = new Div(shipTo, terms);
        both.addClassName("entry-delivery-fields");
        add(both);
    }

    /** Another customer has other addresses. */
    void offer(Customer customer) {
        shipTo.offer(customer);
    }

    void show(Order draft) {
        loading = true;
        Order.Terms is = draft.terms();
        terms.show(new NewOrder.Delivery(is.shipComplete(), is.backorders(), is.priority()));
        shipTo.show(draft.shipTo());
        loading = false;
        setOpened(shipTo.value() != null || !terms.value().equals(NewOrder.Delivery.USUAL));
    }

    /** Null: the customer's usual one. */
    Address shipTo() {
        return shipTo.value();
    }

    NewOrder.Delivery delivery() {
        return terms.value();
    }
}
