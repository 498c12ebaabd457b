package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderTemplate;

/** A recurring order: its schedule, and what became of its last days. */
final class PlanDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int LAST = 8;

    private final transient OrderPlans plans;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final FieldErrors errors = new FieldErrors();

    private PlanDialog(OrderPlans plans, Actor actor, String title, Runnable changed) {
        this.plans = plans;
        this.actor = actor;
        this.changed = changed;
        setHeaderTitle(title);
        add(errors);
    }

    /** A new one from this template. */
    PlanDialog(OrderPlans plans, Customers customers, Actor actor, OrderTemplate template, Runnable changed) {
        this(plans, actor, Texts.of("recurring.new.title", template.name()), changed);
        CustomerChoice customer = new CustomerChoice(customers, actor);
        if (template.customerId() != null) {
            customer.setValue(customers.find(actor, template.customerId()));
            customer.setReadOnly(true);
        }
        customer.setWidthFull();
        ScheduleForm form = new ScheduleForm(null);
        form.bind(errors);
        errors.bind("customerId", customer);
        add(customer, form);
        Button save = new Button(Texts.of("recurring.new"), e -> act("recurring.done.created",
                () -> plans.create(actor, template.id(), customer.getValue() == null ? -1 : customer.getValue().id(), form.get())));
        footer(save);
    }

    /** One that is there. */
    PlanDialog(OrderPlans plans, Actor actor, OrderPlan plan, Runnable changed) {
        this(plans, actor, plan.templateName() + " · " + plan.customerName(), changed);
        ScheduleForm form = new ScheduleForm(plan.schedule());
        form.bind(errors);
        add(form, runs(plan));
        if (!actor.may(OrderEntry.ENTER)) {
            return;
        }
        Button end = new Button(Texts.of("recurring.end"), e -> ReasonDialog.confirm(Texts.of("recurring.end.title"), Texts.of("recurring.end.text"), "recurring.end",
                () -> act("recurring.done.ended", () -> plans.end(actor, plan.id(), plan.version()))).dangerous());
        end.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button skip = new Button(Texts.of("recurring.skip"), e -> ReasonDialog.ask(Texts.of("recurring.skip.title", Formats.current().date(plan.nextRun())), Texts.of("recurring.skip.text"),
                "recurring.skip", reason -> act("recurring.done.skipped", () -> plans.skip(actor, plan.id(), plan.version(), reason))));
        skip.setVisible(plan.nextRun() != null);
        Button pause = new Button(Texts.of(plan.paused() ? "recurring.resume" : "recurring.pause"), e -> act("recurring.done.changed",
                () -> plans.pause(actor, plan.id(), plan.version(), !plan.paused())));
        pause.setId("pause");
        Button save = new Button(Texts.of("recurring.save"), e -> act("recurring.done.changed", () -> plans.change(actor, plan.id(), plan.version(), form.get())));
        getFooter().add(end, skip, pause);
        footer(save);
    }

    private void footer(Button save) {
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }

    private Div runs(OrderPlan plan) {
        Div box = new Div();
        box.addClassName("runs");
        plans.runs(actor, plan.id(), PageRequest.first(LAST)).items().forEach(r -> {
            Div row = new Div(new Span(Formats.current().date(r.dueOn())), RunBadges.of(r.state()));
            if (r.orderId() != null) {
                row.add(new Anchor("order/" + r.orderId(), Texts.of("recurring.order")));
            }
            row.addClassName("badges");
            box.add(row);
        });
        return box;
    }

    private void act(String done, Runnable step) {
        if (errors.guard(step)) {
            close();
            changed.run();
            Toast.success(done);
        }
    }
}
