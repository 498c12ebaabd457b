package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.amphora.assignment.api.Assignments;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done with the order shown: the natural next step first, the rest beside it. */
final class OrderActionBar {
    /** Steps forward; what stands against the order (reject, cancel) is never the primary action. */
    private static final List<OrderAction> FORWARD = List.of(OrderAction.SUBMIT, OrderAction.APPROVE, OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP, OrderAction.DELIVER, OrderAction.COMPLETE);

    private final OrderPage page;
    private final OrderActions actions;
    private final OrderHolds holds;
    private final OrderEntry entry;
    private final Locations locations;
    private final Supplier<Assignments> assignments;
    private final Consumer<Order> show;
    private final Actor actor = CurrentUser.actor();
    private Order order;
    private boolean hadHand;
    private Order copied;

    OrderActionBar(OrderPage page, OrderActions actions, OrderHolds holds, OrderEntry entry, Locations locations, Supplier<Assignments> assignments,
                   Consumer<Order> show) {
        this.page = page;
        this.actions = actions;
        this.holds = holds;
        this.entry = entry;
        this.locations = locations;
        this.assignments = assignments;
        this.show = show;
    }

    /** @param ownHand whether its reader entered or changed it */
    void show(Order shown, boolean ownHand) {
        order = shown;
        hadHand = ownHand;
        page.clearActions();
        Set<OrderAction> possible = order.possible();
        next(steps()).ifPresent(this::primary);
        if (possible.contains(OrderAction.REJECT) && actor.may(OrderAction.REJECT.permission())) {
            page.action("order.action.reject", this::reject);
        }
        if (possible.contains(OrderAction.ASSIGN) && actor.may(OrderAction.ASSIGN.permission())) {
            page.action("order.action.assign-to", this::assignByHand);
        }
        if (order.status() == OrderStatus.DRAFT && actor.may(OrderEntry.ENTER)) {
            page.action("order.action.edit", () -> page.getUI().ifPresent(ui -> ui.navigate(NewOrderPage.class, order.id())));
        }
        if (order.status() != OrderStatus.DRAFT && actor.may(OrderEntry.ENTER)) {
            page.action("order.action.copy", this::copy);
        }
        if (!order.historic() && order.status() != OrderStatus.DRAFT && !order.status().isFinal() && actor.may(OrderHolds.HOLD)) {
            page.action("order.action.hold", this::hold);
        }
        gone(possible);
        cancelButton(possible);
    }

    /** What had left and never arrives. */
    private void gone(Set<OrderAction> possible) {
        if (possible.contains(OrderAction.COME_BACK) && actor.may(OrderAction.COME_BACK.permission())) {
            page.action("order.action.come-back", () -> GoneDialog.back(order, locations.active(), (lines, to, location, reason) -> act("order.done.come-back",
                    () -> actions.comeBack(actor, order.id(), order.version(), lines, to, location, reason))).open());
            page.action("order.action.lose", () -> GoneDialog.lost(order, (lines, to, location, reason) -> act("order.done.lose",
                    () -> actions.lose(actor, order.id(), order.version(), lines, reason))).open());
        }
    }

    private void primary(OrderAction action) {
        Button button = page.primary(key(action), () -> run(action));
        boolean own = action == OrderAction.APPROVE && hadHand;
        Set<HoldType> held = order.holding(action);
        boolean quoted = action == OrderAction.SUBMIT && order.quotationId() != null;
        String why = quoted ? Texts.of("quotation.goes-on") : own ? Texts.of("order.approve.own") : held.isEmpty() ? null
                : Texts.of("order.on-hold.badge", held.stream().map(OrderBadges::text).collect(Collectors.joining(", ")));
        io.amphora.console.api.kit.Page.disable(button, why);
    }

    /** What the lines could do if nothing held the order: a held step shows, with what it waits for. */
    private Set<OrderAction> steps() {
        return order.historic() ? Set.of() : order.lines().stream().flatMap(l -> OrderAction.nextOf(l.status()).stream()).collect(Collectors.toSet());
    }

    private Optional<OrderAction> next(Set<OrderAction> possible) {
        // an assigned order may be assigned again, but its next step is picking
        return FORWARD.stream().filter(possible::contains).filter(a -> actor.may(a.permission()))
                .filter(a -> a != OrderAction.ASSIGN || !possible.contains(OrderAction.PICK)).findFirst();
    }

    private void cancelButton(Set<OrderAction> possible) {
        if (order.historic() || !actor.may(OrderAction.CANCEL.permission()) || order.status().isFinal()) {
            return;
        }
        Button cancel = page.action("order.action.cancel", this::cancel);
        cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
        io.amphora.console.api.kit.Page.disable(cancel, possible.contains(OrderAction.CANCEL) ? null : Texts.of("order.cancel.too-late", Texts.of("order.status", order.status())));
    }

    private static String key(OrderAction action) {
        return "order.action." + action.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void run(OrderAction action) {
        switch (action) {
            case SUBMIT -> act("order.done.submit", () -> entry.submit(actor, order.id(), order.version()));
            case APPROVE -> approve();
            case ASSIGN -> assignByRules();
            case PICK -> act("order.done.pick", () -> actions.pick(actor, order.id(), order.version(), Set.of()));
            case SHIP -> new ShipDialog(order, (lines, carrier, tracking) -> act("order.done.ship", () -> actions.ship(actor, order.id(), order.version(), lines, carrier, tracking))).open();
            case DELIVER -> act("order.done.deliver", () -> actions.deliver(actor, order.id(), order.version(), Set.of()));
            case COMPLETE -> act("order.done.complete", () -> actions.complete(actor, order.id(), order.version()));
            case COME_BACK, LOSE, REJECT, CANCEL -> throw new IllegalArgumentException(action.name());
        }
    }

    private void approve() {
        boolean open = order.findings().stream().anyMatch(Order.Finding::isOpen);
        if (open) {
            ReasonDialog.ask(Texts.of("order.approve.title", order.number()), Texts.of("order.approve.text", order.findings().size()), "order.action.approve",
                    reason -> act("order.done.approve", () -> actions.approve(actor, order.id(), order.version(), reason)));
        } else {
            act("order.done.approve", () -> actions.approve(actor, order.id(), order.version(), null));
        }
    }

    LineActions lines() {
        return new LineActions(order, actor, actions, this::act);
    }

    private void copy() {
        if (Toast.guard(() -> copied = entry.copy(actor, order.id(), "console"))) {
            page.getUI().ifPresent(ui -> ui.navigate(NewOrderPage.class, copied.id()));
        }
    }

    /** Lets one finding pass. */
    void waive(Order.Finding finding) {
        ReasonDialog.ask(Texts.of("order.finding.waive"), Texts.of(finding.problem()), "order.finding.waive",
                reason -> act("order.done.waive", () -> actions.waive(actor, order.id(), order.version(), Set.of(finding.id()), reason)));
    }

    private void hold() {
        List<HoldType> free = Stream.of(HoldType.values()).filter(t -> order.holds().stream().noneMatch(h -> h.isOpen() && h.type() == t)).toList();
        if (!free.isEmpty()) {
            new HoldDialog(free, (type, until, reason) -> act("order.done.hold", () -> holds.hold(actor, order.id(), order.version(), type, until, reason))).open();
        }
    }

    void release(Hold hold) {
        ReasonDialog.ask(Texts.of("order.hold.release.title", OrderBadges.text(hold.type())), hold.reason(), "order.hold.release",
                reason -> act("order.done.release", () -> holds.release(actor, order.id(), order.version(), hold.id(), reason)));
    }

    private void reject() {
        ReasonDialog.ask(Texts.of("order.reject.title", order.number()), Texts.of("order.reject.text"), "order.action.reject",
                reason -> act("order.done.reject", () -> actions.reject(actor, order.id(), order.version(), reason))).dangerous();
    }

    private void cancel() {
        ReasonDialog.ask(Texts.of("order.cancel.title", order.number()), Texts.of("order.cancel.text"), "order.action.cancel",
                reason -> act("order.done.cancel", () -> actions.cancel(actor, order.id(), order.version(), Set.of(), reason))).dangerous();
    }

    private void assignByRules() {
        Assignments rules = assignments.get();
        if (rules == null) {
            assignByHand();
            return;
        }
        if (Toast.guard(() -> rules.assign(actor, order.id()))) {
            Toast.success("order.done.assign");
        }
        page.reload();
    }

    private void assignByHand() {
        new AssignDialog(locations.active(), (location, assignee, reason) -> act("order.done.assign",
                () -> actions.assign(actor, order.id(), order.version(), location, assignee, reason))).open();
    }

    boolean comment(long id, String text) {
        boolean done = Toast.guard(() -> actions.comment(actor, id, text));
        page.reload();
        return done;
    }

    /** Runs a step on the order as the user saw it. Somebody was faster: shows what is there now, the user decides again. */
    private void act(String done, Supplier<Order> step) {
        try {
            show.accept(step.get());
            Toast.success(done, order.number());
        } catch (AmphoraException.Stale e) {
            page.reload();
            Toast.error("order.stale");
        } catch (AmphoraException e) {
            Toast.error(e);
        }
    }
}
