package io.amphora.returns.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Locations;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Returns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What can be done with the return shown: the natural next step first, the rest beside it. */
final class ReturnActions {
    private static final List<ReturnAction> FORWARD = List.of(ReturnAction.APPROVE, ReturnAction.INSPECT, ReturnAction.SETTLE, ReturnAction.RETRY, ReturnAction.RECEIVE);

    private final ReturnPage page;
    private final Returns returns;
    private final ReturnDesk desk;
    private final Locations locations;
    private final Products products;
    private final Actor actor;
    private final Consumer<Return> show;
    private final UnaryOperator<String> sku;
    private Return shown;

    ReturnActions(ReturnPage page, Returns returns, ReturnDesk desk, Locations locations, Products products, Actor actor, Consumer<Return> show, UnaryOperator<String> sku) {
        this.sku = sku;
        this.page = page;
        this.returns = returns;
        this.desk = desk;
        this.locations = locations;
        this.products = products;
        this.actor = actor;
        this.show = show;
    }

    void show(Return r) {
        shown = r;
        page.clearActions();
        Optional<ReturnAction> first = first();
        first.ifPresent(a -> page.primary(key(a), () -> run(a)).setId(a.name().toLowerCase(Locale.ROOT)));
        for (ReturnAction action : ReturnAction.values()) {
            if (first.filter(f -> f == action).isEmpty() && r.possible().contains(action) && actor.may(action.permission())) {
                Button button = page.action(key(action), () -> run(action));
                button.setId(action.name().toLowerCase(Locale.ROOT));
                if (action == ReturnAction.REJECT || action == ReturnAction.CANCEL) {
                    button.addThemeVariants(ButtonVariant.LUMO_ERROR);
                }
            }
        }
    }

    private Optional<ReturnAction> first() {
        return FORWARD.stream().filter(a -> shown.possible().contains(a) && actor.may(a.permission())).filter(a -> a != ReturnAction.RECEIVE || shown.state() != ReturnState.INSPECTED).findFirst();
    }

    /** Runs the natural next step. */
    void next() {
        if (shown != null) {
            first().ifPresent(this::run);
        }
    }

    private static String key(ReturnAction action) {
        return "returns.do." + action.name().toLowerCase(Locale.ROOT);
    }

    private void run(ReturnAction action) {
        Return r = shown;
        switch (action) {
            case APPROVE -> act(action, () -> desk.approve(actor, r.id(), r.version(), null));
            case REJECT -> ask(action, reason -> act(action, () -> desk.reject(actor, r.id(), r.version(), reason)));
            case SEND -> new SentDialog(desk, actor, r, done(action)).open();
            case RECEIVE -> new ReceiveDialog(desk, actor, r, sku, done(action)).open();
            case INSPECT -> new InspectDialog(desk, actor, r, locations.active(), done(action)).open();
            case SETTLE -> new SettleDialog(returns, desk, products, actor, r, done(action)).open();
            case RETRY -> retry(r);
            case CANCEL -> ask(action, reason -> act(action, () -> desk.cancel(actor, r.id(), r.version(), reason)));
        }
    }

    private Consumer<Return> done(ReturnAction action) {
        return r -> {
            show.accept(r);
            Toast.success("returns.done." + action.name().toLowerCase(Locale.ROOT), r.number());
        };
    }

    private void ask(ReturnAction action, Consumer<String> confirmed) {
        ReasonDialog.ask(Texts.of("returns.ask.title", Texts.of(key(action)), shown.number()), Texts.of("returns.ask." + action.name().toLowerCase(Locale.ROOT)), key(action), confirmed).dangerous();
    }

    private void retry(Return r) {
        RetryDialog dialog = new RetryDialog(desk, actor, r, done(ReturnAction.RETRY));
        dialog.open();
    }

    /** Runs a step on the return as the user saw it. Somebody was faster: shows what is there now, the user decides again. */
    private void act(ReturnAction action, Supplier<Return> step) {
        try {
            done(action).accept(step.get());
        } catch (AmphoraException.Stale e) {
            page.reload();
            Toast.error("returns.stale");
        } catch (AmphoraException e) {
            Toast.error(e);
        }
    }
}
