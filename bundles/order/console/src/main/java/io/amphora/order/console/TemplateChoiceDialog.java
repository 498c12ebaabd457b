package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which template the lines come from: those of the customer and the shared ones. */
final class TemplateChoiceDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 50;

    private final ComboBox<OrderTemplate> template = new ComboBox<>(Texts.of("ordertemplate.name"));
    private final Div lines = new Div();
    private final Button take = new Button(Texts.of("order.template.take"));

    /** @param customerId null: templates of all customers are offered */
    TemplateChoiceDialog(OrderTemplates templates, Actor actor, Long customerId, Consumer<OrderTemplate> chosen) {
        setHeaderTitle(Texts.of("order.template.from"));
        template.setItems(q -> q.getOffset() > 0 ? Stream.empty()
                : templates.list(actor, q.getFilter().orElse(""), customerId, PageRequest.first(Math.min(q.getLimit(), CHOICES))).items().stream());
        template.setPageSize(CHOICES);
        template.setItemLabelGenerator(t -> t.customerId() == null ? t.name() : t.name() + "  " + t.customerName());
        template.setWidthFull();
        template.setId("template");
        template.setAutofocus(true);
        template.addValueChangeListener(e -> show(e.getValue()));
        lines.addClassName("template-lines");
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setId("confirm");
        take.setEnabled(false);
        take.addClickListener(e -> {
            close();
            chosen.accept(template.getValue());
        });
        boolean none = templates.list(actor, "", customerId, PageRequest.first(1)).items().isEmpty();
        add(new Paragraph(Texts.of(none ? "order.template.none" : "order.template.help")));
        if (!none) {
            add(template, lines);
        }
        addClassName("template-choice");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()));
        if (!none) {
            getFooter().add(take);
        }
    }

    private void show(OrderTemplate chosen) {
        lines.removeAll();
        take.setEnabled(chosen != null);
        if (chosen != null) {
            Formats formats = Formats.current();
            chosen.lines().forEach(l -> lines.add(new Div(formats.number(l.quantity()) + " × " + l.sku() + (l.unitPrice() == null ? "" : " @ " + formats.number(l.unitPrice())))));
            take.focus();
        }
    }
}
