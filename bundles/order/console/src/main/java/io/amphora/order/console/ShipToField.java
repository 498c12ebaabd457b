package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import java.util.ArrayList;
import java.util.List;

/** Where goods go: to one of the customer's addresses, or to one that is typed. */
final class ShipToField extends Div {
    private static final long serialVersionUID = 1L;

    /** @param address null: typed */
    private record Choice(String label, Address address) {
    }

    private final Select<Choice> choice = new Select<>();
    private final AddressFields typed;
    private final transient Runnable changed;
    private transient List<Choice> choices = List.of();
    private boolean loading;

    ShipToField(FieldErrors errors, Runnable changed) {
        this.changed = changed;
        typed = new AddressFields(errors, this::tell);
        addClassName("ship-to");
        choice.setLabel(Texts.of("order.ship-to"));
        choice.setId("ship-to");
        choice.setItemLabelGenerator(Choice::label);
        choice.addValueChangeListener(e -> chosen(e.isFromClient()));
        errors.bind("shipTo", choice);
        add(choice, typed);
        offer(null);
    }

    private void chosen(boolean byHand) {
        Choice c = choice.getValue();
        typed.setVisible(c != null && c.address() == null);
        if (byHand && typed.isVisible()) {
            typed.focus();
        } else if (c != null) {
            tell();
        }
    }

    private void tell() {
        if (!loading) {
            changed.run();
        }
    }

    /** Offers the addresses of this customer and chooses the usual one; null for none. */
    void offer(Customer customer) {
        loading = true;
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(Texts.of("order.ship-to.usual"), Address.EMPTY));
        if (customer != null) {
            for (int i = 0; i < customer.addresses().size(); i++) {
                Address a = customer.addresses().get(i);
                if (i == 0) {
                    all.set(0, new Choice(Texts.of("order.ship-to.usual.is", AddressFields.line(a)), Address.EMPTY));
                } else {
                    all.add(new Choice(AddressFields.line(a), a));
                }
            }
        }
        all.add(new Choice(Texts.of("order.ship-to.other"), null));
        choices = all;
        choice.setItems(all);
        typed.show(Address.EMPTY);
        choice.setValue(all.get(0));
        loading = false;
    }

    /** As an order has it. @param address empty: the usual one */
    void show(Address address) {
        loading = true;
        Choice other = choices.get(choices.size() - 1);
        Choice fits = choices.stream().filter(c -> address.equals(c.address())).findFirst().orElse(other);
        if (fits == other) {
            typed.show(address);
        }
        choice.setValue(fits);
        loading = false;
    }

    /** Null: the customer's usual one. */
    Address value() {
        Choice c = choice.getValue();
        Address address = c == null ? Address.EMPTY : c.address() == null ? typed.value() : c.address();
        return address.equals(Address.EMPTY) ? null : address;
    }
}
