package io.amphora.payment.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much waits for somebody who may take money: payments to confirm, bank lines without an order. */
@Component(service = ConsoleCounter.class)
public final class PaymentCounter implements ConsoleCounter {
    private static final int LIMIT = 100;

    private final Payments payments;
    private final BankLines lines;

    @Activate
    public PaymentCounter(@Reference Payments payments, @Reference BankLines lines) {
        this.payments = payments;
        this.lines = lines;
    }

    @Override
    public String path() {
        return "payments";
    }

    @Override
    public String topic() {
        return "payment.*";
    }

    @Override
    public long count(Actor actor) {
        boolean may = actor.may(PaymentDesk.TAKE) && actor.may(Payments.READ);
        return may ? payments.count(actor, Payments.Show.TO_CONFIRM, LIMIT) + lines.countUnmatched(actor, LIMIT) : 0;
    }

    @Override
    public long most() {
        return LIMIT;
    }
}
