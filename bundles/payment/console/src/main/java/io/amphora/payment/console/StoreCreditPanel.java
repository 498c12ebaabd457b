package io.amphora.payment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.StoreCredits;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the customer page: what the customer has here to spend, and how that came about. */
@org.osgi.service.component.annotations.Component
public final class StoreCreditPanel implements PagePanel {
    private static final int ORDER = 40;
    private static final int ROWS = 8;

    private final StoreCredits credits;

    @Activate
    public StoreCreditPanel(@Reference StoreCredits credits) {
        this.credits = credits;
    }

    @Override
    public String page() {
        return "customer";
    }

    @Override
    public Place place() {
        return Place.SIDE;
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
        return "payment.store";
    }

    @Override
    public Component create(Actor actor, String key) {
        Div box = new Div();
        box.setId("store-credit");
        box.addClassName("payments");
        PaymentStyles.on(box);
        show(box, actor, Long.parseLong(key));
        Live.on(box, "payment.*", keys -> {
            if (keys.contains(key)) {
                show(box, actor, Long.parseLong(key));
            }
        });
        return box;
    }

    private void show(Div box, Actor actor, long customer) {
        Formats f = Formats.current();
        box.removeAll();
        List<StoreCredits.Balance> balances = credits.balances(actor, customer);
        Span sum = new Span(balances.isEmpty() ? Texts.of("payment.store.none") : String.join(" · ", balances.stream().map(b -> f.money(b.amount())).toList()));
        sum.addClassName(balances.isEmpty() ? "muted" : "payment-amount");
        box.add(sum);
        credits.entries(actor, customer, PageRequest.first(ROWS)).items().forEach(e -> box.add(row(e, f)));
        if (actor.may(PaymentDesk.REFUND)) {
            Div actions = new Div(button("grant", () -> move(box, actor, customer, balances, true)));
            if (balances.stream().anyMatch(b -> b.amount().amount().signum() > 0)) {
                actions.add(button("take", () -> move(box, actor, customer, balances, false)));
            }
            actions.addClassName("payments-actions");
            box.add(actions);
        }
    }

    private static Div row(StoreCredits.Entry e, Formats f) {
        Span amount = new Span(f.money(e.amount()));
        amount.addClassName("payment-amount");
        Span what = new Span(Texts.of("payment.store.kind", e.kind()) + (e.orderNumber() == null ? "" : " · " + e.orderNumber()) + (e.note() == null ? "" : " · " + e.note()));
        Span when = new Span(f.date(e.at()));
        when.addClassName("muted");
        Div row = new Div(amount, what, when);
        row.addClassName("payment-row");
        return row;
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button(Texts.of("payment.store." + name), e -> action.run());
        button.setId("store-" + name);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void move(Div box, Actor actor, long customer, List<StoreCredits.Balance> balances, boolean grant) {
        String key = UUID.randomUUID().toString();
        MoneyDialog d = new MoneyDialog(grant ? "payment.store.grant" : "payment.store.take");
        BigDecimalField amount = d.amount(null);
        TextField currency = d.text("currency");
        currency.setValue(balances.isEmpty() ? "" : balances.get(0).amount().currency().getCurrencyCode());
        TextArea note = d.area("note");
        d.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                show(box, actor, customer);
            }
        });
        d.action(grant ? "payment.store.grant" : "payment.store.take", "do", true, () -> {
            Money money = money(amount.getValue(), MoneyDialog.value(currency));
            if (grant) {
                credits.grant(actor, customer, money, note.getValue(), key);
            } else {
                credits.take(actor, customer, money, note.getValue(), key);
            }
        }).open();
    }

    private static Money money(BigDecimal amount, String currency) {
        try {
            return new Money(amount == null ? BigDecimal.ZERO : amount, Currency.getInstance(String.valueOf(currency).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new AmphoraException.Invalid(Problem.of("currency", "payment.currency", "must be a currency of ISO 4217, and the amount one of it"));
        }
    }
}
