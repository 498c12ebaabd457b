package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.bank.BookLine;
import io.amphora.payment.core.bank.JpaBankLines;
import io.amphora.payment.core.bank.Matcher;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** The payment domain put together by hand, with orders and a gateway that do what a test says. */
public final class Desk {
    public static final Actor BY = Actor.system("test");

    /** What the test's gateway does. */
    public interface Behaviour {
        GatewayAnswer on(String action, GatewayRequest request) throws PaymentException;
    }

    public final TestOrders orders = new TestOrders();
    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public final GatewayBook book = new GatewayBook(Duration.ofMillis(300));
    /** What the timelines of the orders say. */
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    public Behaviour behaviour = (action, request) -> GatewayAnswer.approved(action + "-ref");
    public final PaymentGateway gateway = new TestGateway();
    public final Tx tx;
    private final Settings kept;
    public final Accounts accounts;
    public final Positions payments;
    public final Steps steps;
    public final GatewayCalls calls;
    public final PaymentDeskService desk;
    public final CreditOrder credit;
    public final OrderWatch watch;
    public final BankLines lines;
    public final StoreCredits credits;
    public final PrepaidHolds prepaid;

    public Desk(TestDatabase db) {
        tx = db.tx("payment");
        kept = new Settings() {
            @Override
            public Optional<String> get(String owner, String key) {
                return Optional.ofNullable(settings.get(key));
            }

            @Override
            public void put(String owner, String key, String value) {
                if (value == null) {
                    settings.remove(key);
                } else {
                    settings.put(key, value);
                }
            }
        };
        PaymentLog log = new PaymentLog(db.outbox(), (order, who, what, note) -> told.add(order + " " + what + " " + note));
        accounts = new Accounts(orders.queries(), kept, log);
        StoreLedger ledger = new StoreLedger(log);
        Outcomes outcomes = new Outcomes(accounts, log, ledger);
        payments = new Positions(tx, orders.queries(), book);
        steps = new Steps(tx, accounts, book, outcomes);
        calls = new GatewayCalls(tx, accounts, book, outcomes, steps);
        prepaid = new PrepaidHolds(tx, accounts, orders.holds());
        credit = new CreditOrder(tx, accounts, log, payments);
        desk = new PaymentDeskService(steps, calls, new AddPayment(tx, accounts, book, log, payments, prepaid), new ConfirmStep(tx, accounts, outcomes), credit);
        credits = new JpaStoreCredits(tx, ledger, accounts, new ReceiveMoney(outcomes), payments);
        watch = new OrderWatch(tx, accounts, new NewAccounts(tx, orders.queries(), accounts), calls, prepaid, new MoneyFollows(tx, accounts, log));
        lines = new JpaBankLines(tx, new BookLine(tx, accounts, new Matcher(orders.queries()), new ReceiveMoney(outcomes), log));
        book.bindGateway(gateway, Map.of(PaymentGateway.PROPERTY_ID, "test"));
    }

    public Settings settings() {
        return kept;
    }

    private final class TestGateway implements PaymentGateway {
        @Override
        public String title(Locale locale) {
            return "Test cards";
        }

        private GatewayAnswer on(String action, GatewayRequest r) throws PaymentException {
            asked.add(action + " " + r.amount().amount().stripTrailingZeros().toPlainString() + " " + r.reference());
            return behaviour.on(action, r);
        }

        @Override
        public GatewayAnswer authorise(GatewayRequest r) throws PaymentException {
            return on("authorise", r);
        }

        @Override
        public GatewayAnswer capture(GatewayRequest r) throws PaymentException {
            return on("capture", r);
        }

        @Override
        public GatewayAnswer release(GatewayRequest r) throws PaymentException {
            return on("release", r);
        }

        @Override
        public GatewayAnswer refund(GatewayRequest r) throws PaymentException {
            return on("refund", r);
        }
    }

    /** An event of the order as the outbox would deliver it. */
    public void heard(long order, String topic) {
        heardAll(topic, order, order);
    }

    /** The same of many orders, in one delivery. */
    public void heardAll(String topic, long first, long last) {
        watch.on(LongStream.rangeClosed(first, last)
                .mapToObj(order -> new Event(order, topic, Long.toString(order), "{\"status\":\"" + orders.order(order).status() + "\"}", Instant.now())).toList());
    }

    /** An order placed, and what is due for it. */
    public Payment placed(long id, String total, String currency) {
        orders.add(id, total, currency);
        heard(id, "order.placed");
        return due(id);
    }

    public PaymentPosition position(long order) {
        return payments.position(BY, order);
    }

    public Payment due(long order) {
        return position(order).payments().stream().filter(p -> p.state() == PaymentState.DUE).findFirst().orElseThrow();
    }

    /** Set aside by the gateway. */
    public Payment authorised(long id, String total, String currency) {
        Payment due = placed(id, total, currency);
        return desk.authorise(BY, due.id(), due.version(), "test", null);
    }

    /** Received through the gateway. */
    public Payment paid(long id, String total, String currency) {
        Payment p = authorised(id, total, currency);
        return desk.capture(BY, p.id(), p.version(), null, null);
    }
}
