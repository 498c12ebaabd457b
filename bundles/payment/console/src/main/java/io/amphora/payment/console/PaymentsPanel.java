package io.amphora.payment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.StoreCredits;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: what is owed, paid and given back, and what can be done about it. */
@org.osgi.service.component.annotations.Component
public final class PaymentsPanel implements PagePanel {
    private static final int ORDER = 40;

    private final Payments payments;
    private final PaymentDesk desk;
    private final StoreCredits credits;

    @Activate
    public PaymentsPanel(@Reference Payments payments, @Reference PaymentDesk desk, @Reference StoreCredits credits) {
        this.credits = credits;
        this.payments = payments;
        this.desk = desk;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Payments.READ;
    }

    @Override
    public String title() {
        return "payment.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        Div box = new Div();
        box.addClassName("payments");
        box.setId("payments");
        PaymentStyles.on(box);
        long order = Long.parseLong(key);
        PaymentActions actions = new PaymentActions(payments, desk, actor, () -> show(box, actor, order));
        show(box, actor, order, actions);
        Live.on(box, "payment.*", keys -> {
            if (keys.contains(key)) {
                show(box, actor, order, actions);
            }
        });
        return box;
    }

    @Override
    public Component createAt(Actor actor, String key, Instant at) {
        return new PastPayments(payments, actor, Long.parseLong(key), at).show();
    }

    private void show(Div box, Actor actor, long order) {
        show(box, actor, order, new PaymentActions(payments, desk, actor, () -> show(box, actor, order)));
    }

    private void show(Div box, Actor actor, long order, PaymentActions actions) {
        PaymentPosition p = payments.position(actor, order);
        box.removeAll();
        if (p.payments().isEmpty()) {
            Span none = new Span(Texts.of("payment.none"));
            none.addClassName("muted");
            box.add(none);
            return;
        }
        box.add(facts(p));
        p.payments().forEach(one -> box.add(row(one, actor, actions)));
        if (actor.may(PaymentDesk.TAKE)) {
            Div more = new Div();
            if (p.open().amount().signum() > 0) {
                more.add(small("payment.do.add", "add-payment", () -> actions.add(p)));
            }
            more.add(small("payment.do.terms", "payment-terms-change", () -> actions.terms(p)));
            more.addClassName("payments-actions");
            spend(p, actor, order, () -> show(box, actor, order)).ifPresent(more::add);
            box.add(more);
        }
    }

    /** Offered while the customer has some, and something is open. */
    private Optional<Button> spend(PaymentPosition p, Actor actor, long order, Runnable changed) {
        Long customer = p.payments().get(0).customerId();
        if (customer == null || p.open().amount().signum() <= 0) {
            return Optional.empty();
        }
        return credits.balances(actor, customer).stream().map(StoreCredits.Balance::amount).filter(b -> b.currency().equals(p.open().currency()) && b.amount().signum() > 0).findFirst()
                .map(b -> small("payment.store.spend", "spend", () -> {
                    Toast.guard(() -> credits.spend(actor, order, null, null));
                    changed.run();
                }));
    }

    private static Facts facts(PaymentPosition p) {
        Formats f = Formats.current();
        Facts facts = new Facts().inline().add("payment.total", f.money(p.total())).add("payment.paid", f.money(p.paid()));
        some(facts, "payment.refunded", p.refunded());
        some(facts, "payment.credited", p.credited());
        some(facts, "payment.authorised", p.authorised());
        facts.add(p.open().isNegative() ? "payment.to-give-back" : "payment.open", f.money(p.open().isNegative() ? Money.zero(p.open().currency()).minus(p.open()) : p.open()));
        return facts.add("payment.field.terms", p.terms() == null ? null : Texts.of("payment.terms", p.terms())).add("payment.field.due-on", PaymentTexts.date(p.dueOn()));
    }

    private static void some(Facts facts, String label, Money money) {
        facts.add(label, money.amount().signum() == 0 ? null : Formats.current().money(money));
    }

    private static Div row(Payment p, Actor actor, PaymentActions actions) {
        Formats f = Formats.current();
        Span amount = new Span(f.money(p.state().received() ? p.captured() : p.amount()));
        amount.addClassName("payment-amount");
        Span what = new Span(PaymentTexts.what(p));
        Div row = new Div(amount, PaymentTexts.badge(p), what);
        row.addClassName("payment-row");
        row.setId("payment-" + p.id());
        String more = more(p, f);
        if (!more.isEmpty()) {
            Span note = new Span(more);
            note.addClassName("muted");
            row.add(note);
        }
        for (PaymentAction action : PaymentAction.values()) {
            if (p.possible().contains(action) && actor.may(action.permission())) {
                String name = action.name().toLowerCase(Locale.ROOT);
                row.add(small("payment.do." + name, name + "-" + p.id(), () -> actions.open(p, action)));
            }
        }
        if (p.pending() != null && actor.may(p.pending().permission())) {
            row.add(small("payment.do.confirm", "confirm-" + p.id(), () -> actions.confirm(p)));
        }
        return row;
    }

    private static String more(Payment p, Formats f) {
        if (p.refunded().amount().signum() > 0) {
            return Texts.of("payment.given-back", f.money(p.refunded()));
        }
        return p.dueOn() != null && p.state() == PaymentState.DUE ? Texts.of("payment.due", f.date(p.dueOn())) : p.reference() == null ? "" : p.reference();
    }

    private static Button small(String label, String id, Runnable action) {
        Button button = new Button(Texts.of(label), e -> action.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
