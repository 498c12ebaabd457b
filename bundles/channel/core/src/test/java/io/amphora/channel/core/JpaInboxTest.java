package io.amphora.channel.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amphora.channel.api.Inbox.Entry;
import io.amphora.channel.api.Inbox.State;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.core.poll.Channels;
import io.amphora.channel.core.store.ChannelEntities;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(ChannelEntities.class)
class JpaInboxTest {
    private static final Actor BY = Actor.system("test");
    private static final PageRequest PAGE = PageRequest.first(50);

    private final Twins twins = new Twins();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final OrderHistory history = (order, who, what, note) -> told.add(who + " " + what + " " + note);
    private JpaInbox inbox;
    private InboxWorker worker;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        EntryPlacer placer = new EntryPlacer(db.tx("channel"), db.outbox(), twins.entry(), history, twins.customers());
        worker = new InboxWorker(db.tx("channel"), placer);
        inbox = new JpaInbox(db.tx("channel"), db.outbox(), placer, worker, new Channels());
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    @TestTemplate
    void makesOrdersOnceHoweverOftenTheyCome() {
        assertThat(inbox.receive(BY, "shop", List.of(order("A1", "nut"), order("A2", "nut"), order("A1", "nut")))).isEqualTo(2);
        assertThat(inbox.receive(BY, "shop", List.of(order("A2", "nut"), order("A3", "nut")))).isEqualTo(1);
        assertThat(inbox.receive(BY, "other", List.of(order("A1", "nut")))).isEqualTo(1);

        await().until(() -> all(State.ORDERED).size() == 4);
        assertThat(twins.orders).hasSize(4);
        assertThat(twins.customers).as("one e-mail, one customer").hasSize(1);
        assertThat(all(State.ORDERED)).allSatisfy(e -> assertThat(e.orderId()).isNotNull());
        assertThat(db.events()).extracting(e -> e.topic()).contains("inbox.received", "inbox.ordered");
        assertThat(inbox.channels(BY, Locale.ENGLISH)).extracting(c -> c.id() + " " + c.present() + " " + c.received()).containsExactly("other false 1", "shop false 3");
    }

    @TestTemplate
    void keepsWhatIsRefusedWithAllProblemsUntilSomebodyMendsIt() {
        inbox.receive(BY, "shop", List.of(new IncomingOrder("B1", "K99", null, null, null, null, null, null, null, null, null, null, null,
                List.of(new IncomingOrder.Line(null, BigDecimal.ONE, null), new IncomingOrder.Line("nut", new BigDecimal("-1"), null)))));
        await().until(() -> all(State.FAILED).size() == 1);
        Entry failed = all(State.FAILED).get(0);
        assertThat(failed.problems()).extracting(Problem::field).containsExactlyInAnyOrder("customerNumber", "lines[0].sku", "lines[1].quantity");
        assertThat(inbox.countFailed(10)).isEqualTo(1);
        assertThat(twins.orders).isEmpty();

        Entry mended = inbox.mend(BY, failed.id(), failed.version(), order("ignored", "bolt"));

        assertThat(mended.state()).isEqualTo(State.ORDERED);
        assertThat(mended.order().externalId()).isEqualTo("B1");
        assertThat(twins.placed.get("B1").lines().get(0).sku()).isEqualTo("bolt");
        assertThatThrownBy(() -> inbox.retry(BY, mended.id(), mended.version())).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> inbox.retry(BY, mended.id(), failed.version())).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void whoBroughtOrMendedAnOrderHasEnteredIt() {
        Actor mia = new Actor("mia", "Mia", Set.of("channel.manage"));
        Actor sam = new Actor("sam", "Sam", Set.of("*"));
        inbox.receive(mia, "shop", List.of(order("P1", "nut")));
        await().until(() -> all(State.ORDERED).size() == 1);
        assertThat(told).containsExactly("mia entered shop");

        twins.shortOf = "nut";
        inbox.receive(mia, "shop", List.of(order("P2", "nut")));
        await().until(() -> all(State.FAILED).size() == 1);
        Entry failed = all(State.FAILED).get(0);
        told.clear();
        inbox.mend(sam, failed.id(), failed.version(), order("P2", "bolt"));
        assertThat(told).as("sam places it himself").containsExactly("mia entered shop");
    }

    @TestTemplate
    void whatChannelsChargeIsOnTheOrderAndAnotherTotalWaits() {
        IncomingOrder.Money money = new IncomingOrder.Money(new BigDecimal("10"), null, List.of(new IncomingOrder.Charge("shipping", "Express", new BigDecimal("4.99"), null),
                new IncomingOrder.Charge("bribe", null, BigDecimal.ONE, null)), true, new BigDecimal("99"));
        IncomingOrder in = order("M1", "nut");
        List<IncomingOrder.Line> lines = List.of(new IncomingOrder.Line("nut", BigDecimal.ONE, new BigDecimal("5"), null, new BigDecimal("1"), new BigDecimal("19"), "red"));
        inbox.receive(BY, "shop", List.of(with(in, lines, money)));
        await().until(() -> all(State.FAILED).size() == 1);
        Entry failed = all(State.FAILED).get(0);
        assertThat(failed.problems()).extracting(Problem::field).contains("charges[1].type");
        assertThat(failed.order().money()).isEqualTo(money);

        IncomingOrder.Money mended = new IncomingOrder.Money(money.discountPercent(), null, money.charges().subList(0, 1), true, money.total());
        Entry still = inbox.mend(BY, failed.id(), failed.version(), with(in, lines, mended));
        assertThat(still.state()).isEqualTo(State.FAILED);
        assertThat(still.problems()).extracting(Problem::code).containsExactly("inbox.total");
        Entry done = inbox.mend(BY, still.id(), still.version(), with(in, lines, new IncomingOrder.Money(money.discountPercent(), null, mended.charges(), true, null)));
        assertThat(done.state()).isEqualTo(State.ORDERED);
        NewOrder placed = twins.placed.get("M1");
        assertThat(placed.charges()).containsExactly(new NewOrder.Charge(ChargeType.SHIPPING, "Express", new BigDecimal("4.99"), null));
        assertThat(placed.discount()).isEqualTo(Discount.percent("10"));
        assertThat(placed.lines().get(0)).isEqualTo(new NewOrder.Line("nut", BigDecimal.ONE, new BigDecimal("5"), Discount.amount("1"), new BigDecimal("19"), "red"));
    }

    private static IncomingOrder with(IncomingOrder o, List<IncomingOrder.Line> lines, IncomingOrder.Money money) {
        return new IncomingOrder(o.externalId(), o.customerNumber(), o.customerName(), o.email(), o.phone(), o.street(), o.city(), o.region(), o.postalCode(), o.country(), o.currency(), o.reference(),
                o.note(), lines, null, money);
    }

    @TestTemplate
    void triesAgainWhenStockHasCome() {
        twins.shortOf = "nut";
        inbox.receive(BY, "shop", List.of(order("C1", "nut")));
        await().until(() -> all(State.FAILED).size() == 1);
        Entry failed = all(State.FAILED).get(0);
        assertThat(failed.problems()).extracting(Problem::code).containsExactly("stock.short");
        Entry still = inbox.retry(BY, failed.id(), failed.version());
        assertThat(still.state()).isEqualTo(State.FAILED);

        twins.shortOf = null;
        assertThat(inbox.retry(BY, still.id(), still.version()).state()).isEqualTo(State.ORDERED);
    }

    @TestTemplate
    void dropsAnEntryWithItsReason() {
        twins.shortOf = "nut";
        inbox.receive(BY, "shop", List.of(order("D1", "nut")));
        await().until(() -> all(State.FAILED).size() == 1);
        Entry failed = all(State.FAILED).get(0);
        assertThatThrownBy(() -> inbox.drop(BY, failed.id(), failed.version(), " ")).isInstanceOf(AmphoraException.Invalid.class);

        assertThat(inbox.drop(BY, failed.id(), failed.version(), "a test order").state()).isEqualTo(State.DROPPED);
        assertThat(inbox.receive(BY, "shop", List.of(order("D1", "nut")))).as("dropped is dropped").isZero();
    }

    @TestTemplate
    void waitsWhileSomethingElseIsWrongAndWorksItOffLater() {
        twins.down = true;
        inbox.receive(BY, "shop", List.of(order("E1", "nut")));
        assertThatThrownBy(() -> inbox.retry(BY, all(null).get(0).id(), all(null).get(0).version())).isInstanceOf(IllegalStateException.class);
        assertThat(all(State.WAITING)).hasSize(1);

        twins.down = false;
        worker.wake();
        await().until(() -> all(State.ORDERED).size() == 1);
    }

    @TestTemplate
    void refusesWhatItCannotEvenKeepNamingAllOfIt() {
        assertThatThrownBy(() -> inbox.receive(BY, "shop", List.of(order(" ", "nut"), order("F2", "n".repeat(1_100_000))))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("orders[0].externalId", "orders[1]"));
        assertThat(all(null)).isEmpty();
        Actor clerk = new Actor("clerk", "Clerk", Set.of("channel.read"));
        assertThatThrownBy(() -> inbox.receive(clerk, "shop", List.of(order("F3", "nut")))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(inbox.list(clerk, null, "shop", PAGE).items()).isEmpty();
    }

    @TestTemplate
    void keepsALongOrderWholeAndTheDayThatIsWished() {
        List<IncomingOrder.Line> many = java.util.stream.IntStream.range(0, 500).mapToObj(i -> new IncomingOrder.Line("nut", BigDecimal.ONE, new BigDecimal("1." + (100 + i)))).toList();
        IncomingOrder o = order("L1", "nut");
        IncomingOrder big = new IncomingOrder("L1", null, o.customerName(), o.email(), null, o.street(), o.city(), null, o.postalCode(), o.country(), "EUR", null, "x".repeat(900), many, "2027-02-28");
        assertThat(io.amphora.channel.core.store.Json.order(big).length()).isGreaterThan(20_000);
        IncomingOrder wrong = new IncomingOrder("L2", "K99", null, null, null, null, null, null, null, null, null, null, "y".repeat(60_000), List.of(), "31.12.2026");
        inbox.receive(BY, "shop", List.of(big, wrong));

        await().until(() -> all(State.WAITING).isEmpty());
        assertThat(all(State.ORDERED)).singleElement().satisfies(e -> assertThat(e.order()).isEqualTo(big));
        assertThat(twins.placed.get("L1").wishedDate()).isEqualTo(java.time.LocalDate.of(2027, 2, 28));
        assertThat(twins.placed.get("L1").lines()).hasSize(500);
        assertThat(all(State.FAILED)).singleElement().satisfies(e -> assertThat(e.problems()).extracting(Problem::field).contains("wishedDate", "customerNumber"));
    }

    private List<Entry> all(State state) {
        return inbox.list(BY, state, null, PAGE).items();
    }

    private static IncomingOrder order(String externalId, String sku) {
        return new IncomingOrder(externalId, null, "Ann", "ann@example.org", null, "Lane 1", "Leeds", null, "L1", "GB", "EUR", null, null,
                List.of(new IncomingOrder.Line(sku, new BigDecimal("2"), new BigDecimal("1.50"))));
    }
}
