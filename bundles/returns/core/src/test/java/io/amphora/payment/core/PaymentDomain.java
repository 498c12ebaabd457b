package io.amphora.payment.core;

import io.amphora.order.api.OrderHistory;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The payment domain as it is, put together by hand. */
public final class PaymentDomain {
    public final GatewayBook book = new GatewayBook(Duration.ofSeconds(5));
    public final PaymentDesk desk;
    public final Payments payments;
    public final StoreCredits credits;
    private final GatewayCalls calls;
    private final OrderWatch watch;

    public PaymentDomain(Tx tx, Outbox outbox, OrderQueries orders, Settings settings, OrderHistory history) {
        PaymentLog log = new PaymentLog(outbox, history);
        Accounts accounts = new Accounts(orders, settings, log);
        StoreLedger ledger = new StoreLedger(log);
        Outcomes outcomes = new Outcomes(accounts, log, ledger);
        Positions positions = new Positions(tx, orders, book);
        Steps steps = new Steps(tx, accounts, book, outcomes);
        calls = new GatewayCalls(tx, accounts, book, outcomes, steps);
        payments = positions;
        desk = new PaymentDeskService(steps, calls, new AddPayment(tx, accounts, book, log, positions, null), new ConfirmStep(tx, accounts, outcomes), new CreditOrder(tx, accounts, log, positions));
        watch = new OrderWatch(tx, accounts, new NewAccounts(tx, orders, accounts), calls, new PrepaidHolds(tx, accounts, null), new MoneyFollows(tx, accounts, log));
        credits = new JpaStoreCredits(tx, ledger, accounts, new ReceiveMoney(outcomes), positions);
    }

    public void gateway(PaymentGateway gateway) {
        book.bindGateway(gateway, Map.of(PaymentGateway.PROPERTY_ID, "cards"));
    }

    /** An event of an order, as the outbox would deliver it. */
    public void heard(long order, String topic) {
        watch.on(List.of(new Event(1, topic, Long.toString(order), "{}", Instant.now())));
    }

    /** As the sweeper does. */
    public void sweep(Instant now) {
        calls.sweep(now, 100);
    }
}
