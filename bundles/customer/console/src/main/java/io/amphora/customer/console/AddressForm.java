package io.amphora.customer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Problems;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import java.util.function.Consumer;

/** One address in a form. */
final class AddressForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int STREET = 400;
    private static final int PLACE = 100;
    private static final int CODE = 40;

    private final H2 title = new H2();
    private final TextField recipient = field("recipient", Problems.TEXT);
    private final TextField street = field("street", STREET);
    private final TextField postalCode = field("postal-code", CODE);
    private final TextField city = field("city", PLACE);
    private final TextField region = field("region", PLACE);
    private final TextField country = field("country", PLACE);

    AddressForm(Address a, Consumer<AddressForm> remove) {
        addClassName("address-form");
        title.addClassName("dialog-title");
        recipient.setValue(CustomerDialog.text(a.recipient()));
        street.setValue(CustomerDialog.text(a.street()));
        postalCode.setValue(CustomerDialog.text(a.postalCode()));
        city.setValue(CustomerDialog.text(a.city()));
        region.setValue(CustomerDialog.text(a.region()));
        country.setValue(CustomerDialog.text(a.country()));
        Button away = new Button(Texts.of("customer.address.remove"), e -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        add(title, new FormLayout(recipient, street, postalCode, city, region, country), away);
    }

    private static TextField field(String name, int max) {
        TextField field = new TextField(Texts.of("customer.address." + name));
        field.setMaxLength(max);
        return field;
    }

    void focus() {
        recipient.focus();
    }

    void bind(FieldErrors errors, int index) {
        title.setText(Texts.of(index == 0 ? "customer.address.first" : "customer.address.more", index + 1));
        String path = "addresses[" + index + "].";
        errors.bind(path + "recipient", recipient).bind(path + "street", street).bind(path + "postalCode", postalCode).bind(path + "city", city)
                .bind(path + "region", region).bind(path + "country", country);
    }

    Address address() {
        return new Address(recipient.getValue(), street.getValue(), city.getValue(), region.getValue(), postalCode.getValue(), country.getValue());
    }
}
