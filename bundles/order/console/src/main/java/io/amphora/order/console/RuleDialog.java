package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderApprovals.Rule;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/** When somebody must approve, and who. */
final class RuleDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(Texts.of("order.rule.name"));
    private final Checkbox active = new Checkbox(Texts.of("order.rule.active"), true);
    private final IntegerField step = new IntegerField(Texts.of("order.rule.step"));
    private final BigDecimalField minTotal = new BigDecimalField(Texts.of("order.rule.min-total"));
    private final TextField currency = new TextField(Texts.of("order.rule.currency"));
    private final BigDecimalField minDiscount = new BigDecimalField(Texts.of("order.rule.min-discount"));
    private final BigDecimalField maxMargin = new BigDecimalField(Texts.of("order.rule.max-margin"));
    private final CustomerChoice customer;
    private final TextField channel = new TextField(Texts.of("order.channel"));
    private final Select<String> role = new Select<>();
    private final TextField person = new TextField(Texts.of("order.rule.person"));
    private final IntegerField hours = new IntegerField(Texts.of("order.rule.hours"));
    private final TextField escalateTo = new TextField(Texts.of("order.rule.escalate-to"));
    private final FieldErrors errors = new FieldErrors();

    /** @param rule null for a new one; @param remove null if there is nothing to remove */
    RuleDialog(Customers customers, Actor actor, Rule rule, Edit edit, ObjLongConsumer<Rule> save, LongConsumer remove, Runnable done) {
        customer = new CustomerChoice(customers, actor);
        setHeaderTitle(Texts.of(rule == null ? "order.rule.add" : "order.rule.edit"));
        setWidth("min(44rem, 96vw)");
        role.setLabel(Texts.of("order.rule.role"));
        role.setItems(ApprovalTexts.ROLES);
        role.setItemLabelGenerator(r -> r == null ? "—" : ApprovalTexts.role(r));
        role.setEmptySelectionAllowed(true);
        step.setValue(1);
        escalateTo.setHelperText(Texts.of("order.rule.escalate-to.help"));
        minDiscount.setHelperText(Texts.of("order.rule.min-discount.help"));
        maxMargin.setHelperText(Texts.of("order.rule.max-margin.help"));
        name.setId("rule-name");
        name.setAutofocus(true);
        minTotal.setId("rule-total");
        errors.bind("name", name).bind("step", step).bind("minTotal", minTotal).bind("currency", currency).bind("minDiscount", minDiscount).bind("maxMargin", maxMargin).bind("customerId", customer)
                .bind("channel", channel).bind("role", role).bind("person", person).bind("hours", hours).bind("escalateTo", escalateTo);
        add(errors, new FormLayout(name, step, minTotal, currency, minDiscount, maxMargin, customer, channel, role, person, hours, escalateTo, active));
        if (rule == null) {
            role.setValue("MANAGER");
        } else {
            load(rule, rule.customerId() == null ? null : customers.find(actor, rule.customerId()));
        }
        Runnable end = () -> {
            close();
            done.run();
        };
        Button ok = new Button(Texts.of("order.save"), e -> edit.save(errors, seen -> save.accept(rule(rule == null ? null : rule.id()), seen), end, end));
        ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ok.setId("confirm");
        if (remove != null) {
            Button gone = new Button(Texts.of("order.rule.remove"), e -> edit.save(errors, remove, end, end));
            gone.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            getFooter().add(gone);
        }
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), ok);
    }

    private void load(Rule r, Customer of) {
        name.setValue(r.name());
        active.setValue(r.active());
        step.setValue(r.step());
        minTotal.setValue(r.minTotal());
        currency.setValue(r.currency() == null ? "" : r.currency());
        minDiscount.setValue(r.minDiscount());
        maxMargin.setValue(r.maxMargin());
        customer.setValue(of);
        channel.setValue(r.channel() == null ? "" : r.channel());
        role.setValue(r.role());
        person.setValue(r.person() == null ? "" : r.person());
        hours.setValue(r.hours());
        escalateTo.setValue(r.escalateTo() == null ? "" : r.escalateTo());
    }

    private Rule rule(Long id) {
        return new Rule(id, name.getValue(), active.getValue(), minTotal.getValue(), text(currency), minDiscount.getValue(), maxMargin.getValue(),
                customer.getValue() == null ? null : customer.getValue().id(), text(channel), step.getValue() == null ? 0 : step.getValue(), role.getValue(), text(person),
                hours.getValue(), text(escalateTo));
    }

    private static String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
