package io.amphora.customer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Problems;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A customer to be entered or changed, with addresses. Problems of the use case stand beside the fields they name. */
final class CustomerDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int NUMBER = 40;
    private static final int PHONE = 60;
    private static final int COUNTRY = 100;
    private static final int NOTE = 2_000;

    private final TextField number = new TextField(Texts.of("customer.number"));
    private final TextField name = new TextField(Texts.of("customer.name"));
    private final TextField email = new TextField(Texts.of("customer.email"));
    private final TextField phone = new TextField(Texts.of("customer.phone"));
    private final TextField country = new TextField(Texts.of("customer.country"));
    private final Select<String> language = new Select<>();
    private final BigDecimalField creditLimit = new BigDecimalField(Texts.of("customer.credit-limit"));
    private final TextArea note = new TextArea(Texts.of("customer.note"));
    private final Checkbox blocked = new Checkbox(Texts.of("customer.blocked.label"));
    private final Div addresses = new Div();
    private final List<AddressForm> forms = new ArrayList<>();
    private final FieldErrors errors = new FieldErrors();
    private final transient Function<CustomerData, Customer> useCase;
    private final transient Consumer<Customer> saved;

    /** @param customer null for a new one; @param useCase creates or changes it; @param saved hears of the result */
    CustomerDialog(Customer customer, Function<CustomerData, Customer> useCase, Consumer<Customer> saved) {
        this.useCase = useCase;
        this.saved = saved;
        setHeaderTitle(customer == null ? Texts.of("customer.new") : Texts.of("customer.edit.title", customer.name()));
        setWidth("min(38rem, 94vw)");
        limits();
        errors.bind("number", number).bind("name", name).bind("email", email).bind("phone", phone).bind("country", country).bind("language", language).bind("note", note).bind("creditLimit", creditLimit);
        languages(customer == null ? null : customer.language());
        if (customer != null) {
            fill(customer);
        }
        FormLayout form = new FormLayout(name, number, email, phone, country, language, creditLimit, blocked, note);
        form.setColspan(note, 2);
        Button more = new Button(Texts.of("customer.address.add"), e -> address(Address.EMPTY).focus());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setId("add-address");
        add(errors, form, addresses, more);
        Button save = new Button(Texts.of(customer == null ? "customer.create" : "customer.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
        Shortcuts.on(save, "mod+enter", "customer.save", this::save);
    }

    private void limits() {
        number.setMaxLength(NUMBER);
        number.setPlaceholder(Texts.of("customer.number.given"));
        number.setId("number");
        name.setMaxLength(Problems.TEXT);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setId("name");
        email.setMaxLength(Problems.TEXT);
        email.setId("email");
        phone.setMaxLength(PHONE);
        country.setMaxLength(COUNTRY);
        note.setMaxLength(NOTE);
        creditLimit.setHelperText(Texts.of("customer.credit-limit.help"));
        creditLimit.setId("credit-limit");
        creditLimit.setReadOnly(!CurrentUser.actor().may(Customers.CREDIT));
    }

    /** Those that documents come in, and what the customer has. */
    private void languages(String own) {
        language.setLabel(Texts.of("customer.language"));
        language.setId("language");
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(Texts.of("customer.language.default"));
        language.setItemLabelGenerator(tag -> tag == null ? Texts.of("customer.language.default") : Locale.forLanguageTag(tag).getDisplayName(Texts.locale()));
        language.setItems(Stream.of("en", "zh", own).filter(Objects::nonNull).distinct().toList());
        language.setValue(own);
    }

    private void fill(Customer c) {
        number.setValue(c.number());
        name.setValue(c.name());
        email.setValue(text(c.email()));
        phone.setValue(text(c.phone()));
        country.setValue(text(c.country()));
        note.setValue(text(c.note()));
        blocked.setValue(c.blocked());
        creditLimit.setValue(c.creditLimit());
        c.addresses().forEach(this::address);
    }

    static String text(String value) {
        return value == null ? "" : value;
    }

    private AddressForm address(Address address) {
        AddressForm form = new AddressForm(address, this::remove);
        forms.add(form);
        addresses.add(form);
        renumber();
        return form;
    }

    private void remove(AddressForm form) {
        errors.unbind("addresses[" + (forms.size() - 1) + "]");
        forms.remove(form);
        addresses.remove(form);
        renumber();
    }

    /** Fields are bound by the position of their address. */
    private void renumber() {
        for (int i = 0; i < forms.size(); i++) {
            forms.get(i).bind(errors, i);
        }
    }

    private void save() {
        errors.guard(() -> {
            Customer customer = useCase.apply(new CustomerData(number.getValue(), name.getValue(), email.getValue(), phone.getValue(), country.getValue(), blocked.getValue(),
                    note.getValue(), forms.stream().map(AddressForm::address).toList(), language.getValue(), creditLimit.getValue()));
            close();
            saved.accept(customer);
        });
    }
}
