package io.amphora.payment.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.api.Payments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What had come in for an order by a moment, and what had been given back. Each step tells when it was done, so nothing else has to be remembered. */
final class PastPayments {
    private static final Set<PaymentAction> RECEIVED = EnumSet.of(PaymentAction.CAPTURE, PaymentAction.RECEIVE);

    private record Done(Payment payment, PaymentStep step) {
    }

    private final Money zero;
    private final List<Done> done = new ArrayList<>();

    PastPayments(Payments payments, Actor actor, long order, Instant at) {
        PaymentPosition now = payments.position(actor, order);
        zero = Money.zero(now.total().currency());
        for (Payment p : now.payments()) {
            payments.steps(actor, p.id()).stream().filter(s -> s.state() == PaymentStep.State.DONE && s.endedAt() != null && !s.endedAt().isAfter(at)).forEach(s -> done.add(new Done(p, s)));
        }
        done.sort(Comparator.comparing(d -> d.step().endedAt()));
    }

    /** @return null if nothing had happened */
    Div show() {
        if (done.isEmpty()) {
            return null;
        }
        Formats f = Formats.current();
        Facts facts = new Facts().inline().add("payment.paid", f.money(sum(RECEIVED)));
        Money back = sum(EnumSet.of(PaymentAction.REFUND));
        facts.add("payment.refunded", back.amount().signum() == 0 ? null : f.money(back));
        Div box = new Div(facts);
        done.forEach(d -> box.add(row(d)));
        PaymentStyles.on(box);
        box.addClassName("payments");
        return box;
    }

    private Money sum(Set<PaymentAction> actions) {
        return done.stream().filter(d -> actions.contains(d.step().action())).map(d -> d.step().amount()).reduce(zero, Money::plus);
    }

    private static Div row(Done d) {
        Formats f = Formats.current();
        Span what = new Span(Texts.of("payment.done." + d.step().action().name().toLowerCase(Locale.ROOT)));
        Span when = new Span(PaymentTexts.method(d.payment()) + " · " + f.dateTime(d.step().endedAt()));
        when.addClassName("muted");
        Span amount = new Span(f.money(d.step().amount()));
        amount.addClassName("payment-amount");
        Div row = new Div(amount, what, when);
        row.addClassName("payment-row");
        return row;
    }
}
