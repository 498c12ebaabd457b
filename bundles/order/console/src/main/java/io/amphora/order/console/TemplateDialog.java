package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import java.util.ArrayList;
import java.util.List;

/** A template: its name, whose it is, and what it orders. */
final class TemplateDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private record Row(Div box, TextField sku, BigDecimalField quantity, BigDecimalField price) {
    }

    private final transient OrderTemplates templates;
    private final transient Actor actor;
    private final transient OrderTemplate template;
    private final transient Runnable saved;
    private final TextField name = new TextField(Texts.of("ordertemplate.name"));
    private final CustomerChoice customer;
    private final FieldErrors errors = new FieldErrors();
    private final Div lines = new Div();
    private final transient List<Row> rows = new ArrayList<>();

    /** @param template null for a new one */
    TemplateDialog(OrderTemplates templates, Customers customers, Actor actor, OrderTemplate template, Runnable saved) {
        this.templates = templates;
        this.actor = actor;
        this.template = template;
        this.saved = saved;
        customer = new CustomerChoice(customers, actor);
        setHeaderTitle(template == null ? Texts.of("ordertemplate.new") : template.name());
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setId("template-name");
        customer.setHelperText(Texts.of("ordertemplate.customer.help"));
        customer.setClearButtonVisible(true);
        Div head = new Div(name, customer);
        head.addClassName("form-row");
        errors.bind("name", name).bind("customerId", customer);
        Button more = new Button(Texts.of("ordertemplate.line.add"), e -> row(null).sku().focus());
        more.addThemeVariants(ButtonVariant.LUMO_SMALL);
        more.setId("template-more");
        add(errors, head, lines, more);
        fill(customers);
        Button save = new Button(Texts.of("ordertemplate.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("confirm");
        Shortcuts.on(save, "mod+enter", "ordertemplate.save", this::save);
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }

    private void fill(Customers customers) {
        if (template == null) {
            row(null);
            return;
        }
        name.setValue(template.name());
        if (template.customerId() != null) {
            customer.setValue(customers.find(actor, template.customerId()));
        }
        template.lines().forEach(this::row);
    }

    private Row row(OrderTemplate.Line line) {
        Row row = new Row(new Div(), new TextField(), new BigDecimalField(), new BigDecimalField());
        row.sku().setPlaceholder("SKU");
        row.sku().setAriaLabel("SKU");
        row.quantity().setAriaLabel(Texts.of("order.line.quantity"));
        row.quantity().setPlaceholder(Texts.of("order.line.quantity"));
        row.price().setAriaLabel(Texts.of("order.line.price"));
        row.price().setPlaceholder(Texts.of("ordertemplate.price.list"));
        if (line != null) {
            row.sku().setValue(line.sku());
            row.quantity().setValue(line.quantity());
            row.price().setValue(line.unitPrice());
        }
        Button remove = new Button(new Icons("trash"), e -> {
            rows.remove(row);
            lines.remove(row.box());
        });
        remove.setAriaLabel(Texts.of("order.line.remove", line == null ? "" : line.sku()));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        row.box().add(row.sku(), row.quantity(), row.price(), remove);
        row.box().addClassName("template-line");
        lines.add(row.box());
        rows.add(row);
        return row;
    }

    private void save() {
        for (int i = 0; i < rows.size(); i++) {
            errors.bind("lines[" + i + "].sku", rows.get(i).sku()).bind("lines[" + i + "].quantity", rows.get(i).quantity()).bind("lines[" + i + "].unitPrice", rows.get(i).price());
        }
        if (errors.guard(this::write)) {
            close();
            saved.run();
            Toast.success("ordertemplate.saved", name.getValue().strip());
        }
    }

    private void write() {
        OrderTemplates.Content content = new OrderTemplates.Content(name.getValue(), customer.getValue() == null ? null : customer.getValue().id(), template == null ? null : template.currency(),
                template == null ? null : template.note(),
                rows.stream().map(r -> new OrderTemplate.Line(r.sku().getValue().strip(), r.quantity().getValue(), r.price().getValue())).toList());
        if (template == null) {
            templates.create(actor, content);
        } else {
            templates.change(actor, template.id(), template.version(), content);
        }
    }
}
