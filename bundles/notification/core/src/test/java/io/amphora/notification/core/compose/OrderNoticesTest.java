package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.Role;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingLinks;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Subject;
import io.amphora.notification.core.JpaMessageLog;
import io.amphora.notification.core.ManualClock;
import io.amphora.notification.core.World;
import io.amphora.notification.core.send.FakeTransports;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.notification.core.text.JpaTemplates;
import io.amphora.notification.core.webhook.JpaWebhooks;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class OrderNoticesTest {
    private static final Actor BY = Actor.system("test");

    private final World world = new World();
    private final ManualClock clock = new ManualClock(World.THEN);
    private final FakeTransports fakes = new FakeTransports();
    private Tx tx;
    private OrderNotices notices;
    private JpaSubscriptions subscriptions;
    private JpaWebhooks webhooks;
    private JpaMessageLog log;
    private MessageWorker worker;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        tx = db.tx("notification");
        // nothing is sent here: the worker has no transports
        worker = FakeTransports.worker(tx, db.outbox(), new TransportBook(), clock);
        TransportBook book = fakes.book();
        Installation installation = new Installation(world.settings());
        Directory directory = new Directory(tx, world.users(), book, installation);
        subscriptions = new JpaSubscriptions(tx, db.outbox(), directory, book);
        webhooks = new JpaWebhooks(tx, db.outbox(), clock, new io.amphora.notification.core.webhook.HookSecrets(tx, new io.amphora.platform.test.TurnedSecrets()),
                new io.amphora.notification.core.webhook.HookTargets(List.of("*")));
        log = new JpaMessageLog(tx, db.outbox(), worker, book, clock);
        notices = new OrderNotices(directory, installation, new JpaTemplates(tx, db.outbox()), new Outgoing(tx, worker, installation, clock), world.orders(), world.customers());
        world.person("mia", Role.MANAGER);
        world.person("wim", Role.WAREHOUSE);
        world.person("sal", Role.SALES, Role.WAREHOUSE);
        world.customer(7, "Lee", "lee@example.com");
    }

    @AfterEach
    void stop() {
        FakeTransports.stop(worker);
    }

    private static Event event(long id, String topic, String number, String status) {
        return new Event(id, topic, "5", "{\"by\":\"ada\",\"number\":\"" + number + "\",\"status\":\"" + status + "\"}", World.THEN);
    }

    private List<String> written() {
        return log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items().stream().map(m -> m.occasion() + " " + m.transport() + " " + m.to().id() + " " + m.state()).sorted().toList();
    }

    private Message only(String transport) {
        List<Message> found = log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items().stream().filter(m -> m.transport().equals(transport)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @TestTemplate
    void writesEachMessageOnceHoweverOftenTheEventComes() {
        world.order(5, OrderStatus.IN_REVIEW, "console", false);
        Event placed = event(1, "order.placed", "SO-5", "IN_REVIEW");

        notices.on(List.of(placed, placed));
        notices.on(List.of(placed));

        assertThat(written()).containsExactly("order.received bell mia QUEUED", "order.received email 7 QUEUED");
        notices.on(List.of(event(2, "order.approved", "SO-5", "APPROVED")));
        assertThat(written()).contains("order.confirmed email 7 QUEUED").hasSize(3);
    }

    @TestTemplate
    void mailsToCustomersAskForThePaperThatBelongsToThem() {
        world.order(5, OrderStatus.APPROVED, "console", false, new Order.Shipment(31, "DHL", "1Z", World.THEN, null, "ada", List.of(1L)));
        world.order(6, OrderStatus.APPROVED, "console", true);
        notices.on(List.of(event(1, "order.approved", "SO-5", "APPROVED"), event(2, "order.shipped", "SO-5", "SHIPPED"), event(3, "order.delivered", "SO-5", "DELIVERED"),
                bill(4, "invoice", "SO-5"), bill(5, "credit-note", "SO-5"), bill(6, "picking-list", "SO-5"), bill(7, "invoice", "SO-6")));

        assertThat(asked()).containsExactly("order.confirmed 5 null QUEUED", "order.shipped 5 31 QUEUED", "order.delivered none", "invoice.issued 5 77 QUEUED", "credit-note.issued 5 77 QUEUED",
                "invoice.issued 6 77 SUPPRESSED");
        assertThat(log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items()).extracting(Message::subject).contains("Invoice B-4 for your order SO-5", "Credit note B-5 for your order SO-5");
    }

    private static Event bill(long id, String kind, String order) {
        return new Event(id, "document.issued", order.substring(3), "{\"by\":\"ada\",\"kind\":\"" + kind + "\",\"number\":\"B-" + id + "\",\"document\":77,\"orderNumber\":\"" + order + "\"}", World.THEN);
    }

    /** Customers' messages, and of what papers are to go with them. */
    private List<String> asked() {
        return tx.call(em -> em.createQuery("select m from MessageEntity m where m.transport = 'email' order by m.id", MessageEntity.class).getResultList().stream()
                .map(m -> m.toMessage().occasion() + (m.paper() == null ? " none" : " " + m.paper().orderId() + " " + m.paper().thing() + " " + m.state())).toList());
    }

    @TestTemplate
    void financeHearsOfPaymentsThatAreOverdue() {
        world.person("fin", Role.FINANCE);
        world.order(5, OrderStatus.SHIPPED, "console", false);
        notices.on(List.of(new Event(1, "payment.overdue", "5", "{\"by\":\"system:payment\",\"number\":\"SO-5\",\"amount\":\"59.4\",\"currency\":\"EUR\",\"dueOn\":\"2026-02-20\"}", World.THEN)));

        assertThat(written()).containsExactly("payment.overdue bell fin QUEUED");
        assertThat(only("bell").subject()).isEqualTo("Payment overdue: order SO-5, €59.40");
        assertThat(only("bell").text()).contains("due on Feb 20, 2026");
    }

    @TestTemplate
    void whoeverIsNamedInARemarkFindsItInTheBell() {
        world.order(5, OrderStatus.APPROVED, "console", true);
        notices.on(List.of(event(1, "order.commented", "SO-5", "APPROVED"), new Event(2, "order.commented", "5",
                "{\"by\":\"sal\",\"number\":\"SO-5\",\"status\":\"APPROVED\",\"mentions\":[\"Mia\",\"sal\",\"nobody\"],\"text\":\"@Mia please look\"}", World.THEN)));

        assertThat(written()).containsExactly("order.mentioned bell mia QUEUED");
        assertThat(only("bell").subject()).isEqualTo("sal mentioned you at order SO-5");
        assertThat(only("bell").text()).contains("@Mia please look");
    }

    @TestTemplate
    void whoHasToDecideOnAnApprovalIsToldInTheBellAndByMail() {
        world.order(5, OrderStatus.IN_REVIEW, "console", true);
        notices.on(List.of(new Event(2, "order.approval-asked", "5", "{\"by\":\"sal\",\"number\":\"SO-5\",\"status\":\"IN_REVIEW\",\"rule\":\"Large\",\"deciders\":[\"mia\",\"nobody\"]}", World.THEN)));

        assertThat(written()).anyMatch(w -> w.startsWith("order.approval bell mia")).anyMatch(w -> w.startsWith("order.approval email mia")).hasSize(2);
        assertThat(only("bell").subject()).isEqualTo("Order SO-5 waits for your approval");
        assertThat(only("bell").text()).contains("Large");
    }

    @TestTemplate
    void customersGetTheLinkToFollowTheirOrderWhereItLeadsSomewhere() {
        world.order(5, OrderStatus.APPROVED, "console", true);
        AtomicInteger made = new AtomicInteger();
        notices.links = (TrackingLinks) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TrackingLinks.class}, (proxy, method, args) -> {
            made.incrementAndGet();
            return new TrackingLink((Long) args[1], "/track/abc", World.THEN, "x");
        });
        notices.on(List.of(event(1, "order.approved", "SO-5", "APPROVED")));
        assertThat(only("email").text()).doesNotContain("You can follow");
        assertThat(made).as("nobody knows the address of the server").hasValue(0);

        world.settings.put("/installation.url", "https://shop.example.com/");
        notices.on(List.of(event(2, "order.approved", "SO-5", "APPROVED")));
        assertThat(log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items()).filteredOn(m -> m.transport().equals("email")).extracting(Message::text)
                .anyMatch(t -> t.contains("You can follow your order here: https://shop.example.com/track/abc"));
    }

    @TestTemplate
    void quotationGoesToTheCustomer() {
        world.order(5, OrderStatus.DRAFT, "console", false);
        notices.on(List.of(new Event(3, "quotation.sent", "77", "{\"by\":\"sal\",\"number\":\"Q-77\",\"order\":5,\"orderNumber\":\"SO-5\",\"validUntil\":\"2026-03-31\"}", World.THEN)));

        assertThat(written()).containsExactly("quotation.sent email 7 QUEUED");
        assertThat(only("email").subject()).isEqualTo("Our quotation Q-77");
        assertThat(only("email").text()).contains("valid until Mar 31, 2026").contains("€59.40");
    }

    @TestTemplate
    void theWarehouseHearsOfParcelsInTrouble() {
        world.order(5, OrderStatus.SHIPPED, "console", false);
        notices.on(List.of(new Event(4, "shipment.lost", "31", "{\"by\":\"system:tracking\",\"number\":\"S-31\",\"order\":5,\"orderNumber\":\"SO-5\",\"state\":\"LOST\"}", World.THEN)));

        assertThat(written()).containsExactlyInAnyOrder("shipment.lost bell wim QUEUED", "shipment.lost bell sal QUEUED", "shipment.lost email 7 QUEUED");
        assertThat(log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items()).extracting(Message::subject).containsOnly("Shipment S-31 of order SO-5 is lost", "A parcel of your order SO-5 was lost");
    }

    @TestTemplate
    void customersHearThatAParcelCameBackUnlessTheOrderIsSilent() {
        String payload = "{\"by\":\"system:tracking\",\"number\":\"S-31\",\"order\":5,\"orderNumber\":\"SO-5\",\"state\":\"RETURNED\"}";
        world.order(5, OrderStatus.SHIPPED, "console", false);
        notices.on(List.of(new Event(4, "shipment.returned", "31", payload, World.THEN)));

        assertThat(written()).containsExactlyInAnyOrder("shipment.returned bell wim QUEUED", "shipment.returned bell sal QUEUED", "shipment.returned email 7 QUEUED");
        assertThat(only("email").text()).contains("could not be delivered", "S-31", "High Street 1");

        world.order(5, OrderStatus.SHIPPED, "console", true);
        notices.on(List.of(new Event(5, "shipment.returned", "31", payload, World.THEN)));
        assertThat(written()).filteredOn(w -> w.endsWith("SUPPRESSED")).hasSize(3);
    }

    @TestTemplate
    void theWarehouseIsToldWhatToPutBack() {
        world.order(5, OrderStatus.CANCELLED, "console", false);
        String goods = "{\"by\":\"system:picking\",\"number\":\"W-3-1\",\"order\":5,\"orderNumber\":\"SO-5\",\"sku\":\"PEN\",\"quantity\":\"2\"}";
        notices.on(List.of(new Event(4, "pick.to-put-back", "31", goods, World.THEN), new Event(5, "pick.to-put-back", "31", goods.replace("PEN", "BOOK"), World.THEN)));

        assertThat(written()).as("once for all goods of the order").containsExactlyInAnyOrder("goods.to-put-back bell wim QUEUED", "goods.to-put-back bell sal QUEUED");
        assertThat(log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items()).extracting(Message::subject).containsOnly("Goods of order SO-5 are to be put back");
    }

    @TestTemplate
    void confirmsAtOnceWhatNeedsNoReview() {
        world.order(5, OrderStatus.APPROVED, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "APPROVED")));
        assertThat(written()).containsExactly("order.confirmed email 7 QUEUED");
        Message mail = only("email");
        assertThat(mail.to()).isEqualTo(new Recipient(Recipient.Kind.CUSTOMER, "7", "Lee", "lee@example.com"));
        assertThat(mail.subject()).isEqualTo("Your order SO-5 is confirmed");
        assertThat(mail.text()).contains("Hello Lee & <Sons>,").contains("2 × Pen (PEN)  €19.40").doesNotContain("Book").contains("Total: €59.40").contains("Lee, High Street 1, N1 London, GB");
        assertThat(mail.link()).as("nothing internal").isNull();
    }

    @TestTemplate
    void tellsCustomersInTheLanguageOfTheInstallationAndPeopleInTheirs() {
        world.settings.put("/installation.language", "zh");
        world.settings.put("mia/console.language", "en");
        world.order(5, OrderStatus.IN_REVIEW, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "IN_REVIEW")));
        assertThat(only("email").subject()).isEqualTo("我们已收到您的订单 SO-5");
        assertThat(only("bell").subject()).isEqualTo("Order SO-5 waits for review");
        assertThat(only("bell").link()).isEqualTo("order/5");
    }

    @TestTemplate
    void tellsACustomerWhoHasALanguageInIt() {
        world.customer(7, "李梅", "lee@example.com", "zh-CN");
        world.order(5, OrderStatus.APPROVED, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "APPROVED")));
        assertThat(only("email").subject()).isEqualTo("您的订单 SO-5 已确认");
        world.customer(7, "Lee", "lee@example.com", "fr-FR");
        notices.on(List.of(event(2, "order.approved", "SO-5", "APPROVED")));
        assertThat(log.list(BY, MessageFilter.ALL, PageRequest.first(1)).items().get(0).language()).as("no templates in it").isEqualTo("en");
    }

    @TestTemplate
    void namesTheShipmentThatTheEventIsAbout() {
        Order.Shipment first = new Order.Shipment(1, "DHL", "T-1", World.THEN.minusSeconds(5), null, "wim", List.of(1L));
        Order.Shipment later = new Order.Shipment(2, "UPS", "T-2", World.THEN.plusSeconds(60), null, "wim", List.of(2L));
        world.order(5, OrderStatus.SHIPPED, "console", false, first, later);
        notices.on(List.of(event(1, "order.shipped", "SO-5", "PARTIALLY_SHIPPED")));
        assertThat(only("email").text()).contains("Tracking number: T-1").contains("Carrier: DHL").contains("Pen").doesNotContain("Book").doesNotContain("T-2");
    }

    @TestTemplate
    void tellsPeopleWhyAnOrderWasCancelledButNotTheCustomer() {
        world.order(5, OrderStatus.CANCELLED, "console", false);
        world.timeline.add(new TimelineEntry(1, 5, World.THEN, "ada", "cancelled", "status", "APPROVED", "CANCELLED", "customer is insolvent"));
        notices.on(List.of(event(1, "order.cancelled", "SO-5", "CANCELLED")));
        assertThat(written()).containsExactly("order.cancelled bell sal QUEUED", "order.cancelled bell wim QUEUED", "order.cancelled email 7 QUEUED");
        assertThat(only("email").text()).contains("Book").doesNotContain("insolvent").doesNotContain("Pen");
        assertThat(log.list(BY, new MessageFilter(null, "SO-5"), PageRequest.first(50)).items()).filteredOn(m -> m.transport().equals("bell")).allSatisfy(m -> assertThat(m.text()).contains("insolvent"));
    }

    @TestTemplate
    void isSilentAboutTestImportedAndHistoricOrdersAndSaysSo() {
        world.settings.put("/notification.silent", "test, mallorders");
        world.order(5, OrderStatus.APPROVED, "test", false);
        world.order(6, OrderStatus.APPROVED, "mallorders", false);
        world.order(7, OrderStatus.COMPLETED, "olist", true);
        notices.on(List.of(event(1, "order.placed", "SO-5", "APPROVED"), event(2, "order.placed", "SO-6", "APPROVED"), event(3, "order.placed", "SO-7", "APPROVED")));
        List<Message> all = log.list(BY, new MessageFilter(MessageState.SUPPRESSED, null), PageRequest.first(50)).items();
        assertThat(all).extracting(Message::lastError).containsExactlyInAnyOrder("orders of test are silent", "orders of mallorders are silent", "historic order");
        assertThat(all).allSatisfy(m -> assertThat(m.dueAt()).isNull());
        assertThat(notices.topics()).as("imports").doesNotContain("order.imported");
    }

    @TestTemplate
    void keepsInTheLogThatACustomerHasNoAddress() {
        world.customer(7, "Lee", null);
        world.order(5, OrderStatus.APPROVED, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "APPROVED")));
        assertThat(only("email").state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(only("email").lastError()).isEqualTo("no address");
    }

    @TestTemplate
    void saysNothingOfDraftsNorWhenNobodyWantsToKnow() {
        subscriptions.set(BY, Subject.CUSTOMERS, Occasion.ORDER_CONFIRMED, MessageTransport.EMAIL, false);
        world.order(5, OrderStatus.APPROVED, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "APPROVED"), event(2, "order.cancelled", "SO-99", "CANCELLED")));
        assertThat(written()).isEmpty();
    }

    @TestTemplate
    void waitsForTheEndOfQuietHours() {
        clock.forward(Duration.ofHours(13));
        subscriptions.setQuietHours(BY, "mia", new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC));
        subscriptions.set(BY, Subject.person("mia"), Occasion.ORDER_RECEIVED, MessageTransport.EMAIL, true);
        world.order(5, OrderStatus.IN_REVIEW, "console", false);
        notices.on(List.of(event(1, "order.placed", "SO-5", "IN_REVIEW")));
        assertThat(written()).containsExactly("order.received bell mia WAITING", "order.received email 7 QUEUED", "order.received email mia WAITING");
        assertThat(only("bell").dueAt()).isEqualTo(Instant.parse("2026-03-03T06:00:00Z"));
    }

    @TestTemplate
    void tellsWebhooksInJson() {
        webhooks.create(BY, "ERP", "https://erp.example.com/in", Set.of(Occasion.ORDER_SHIPPED));
        webhooks.create(BY, "Other", "https://other.example.com/in", Set.of(Occasion.ORDER_CANCELLED));
        world.order(5, OrderStatus.SHIPPED, "shop", false, new Order.Shipment(1, "DHL", "T-1", World.THEN, null, "wim", List.of(1L)));
        notices.on(List.of(event(1, "order.shipped", "SO-5", "SHIPPED")));
        Message hook = only("webhook");
        assertThat(hook.to().name()).isEqualTo("ERP");
        assertThat(hook.text()).startsWith("{\"type\":\"order.shipped\",\"timestamp\":\"2026-03-02T10:00:00Z\",\"data\":{").contains("\"number\":\"SO-5\"").contains("\"trackingNumber\":\"T-1\"")
                .contains("\"amount\":\"59.40\"");
    }
}
