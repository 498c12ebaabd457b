package io.amphora.fulfilment.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingStage;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(FulfilmentEntities.class)
class StoredTrackingLinksTest {
    private static final Actor SIRI = new Actor("siri", "Siri", Set.of("order.read", "order.share"));
    private static final Instant PLACED = Instant.parse("2026-05-01T08:00:00Z");
    private static final Instant APPROVED = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant SHIPPED = Instant.parse("2026-05-02T10:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2026-05-04T11:00:00Z");

    private final List<String> events = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Shipment> followed = new ArrayList<>();
    private final List<TrackingEvent> heard = new ArrayList<>();
    private Order order = order(false, PLACED, List.of(), LineStatus.IN_REVIEW, LineStatus.IN_REVIEW);
    private final List<String> told = new ArrayList<>();
    private StoredTrackingLinks links;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        OrderQueries queries = (OrderQueries) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderQueries.class},
                (proxy, method, args) -> method.getName().equals("find") ? known((Long) args[1]) : new Page<>(timeline, null));
        Shipments none = (Shipments) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Shipments.class}, (proxy, method, args) -> method.getName().equals("events") ? heard : followed);
        links = new StoredTrackingLinks(db.tx("fulfilment"), queries, none, (topic, key, payload) -> events.add(topic + " " + key + " " + payload),
                (order, who, what, note) -> told.add(order + " " + who + " " + what),
                (Customers) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Customers.class},
                        (proxy, method, args) -> Map.of(1L, new Customers.Facts(1, "C-1", "Ada", "CN", false, Address.EMPTY, "zh"))));
    }

    private static Order order(boolean historic, Instant placed, List<Order.Shipment> shipments, LineStatus... lines) {
        List<Order.Line> all = new ArrayList<>();
        for (LineStatus status : lines) {
            all.add(new Order.Line(all.size() + 1, all.size() + 1, "A", "a", BigDecimal.ONE, "pcs", Money.of("1", "EUR"), Money.of("1", "EUR"), status, 1L));
        }
        return new Order(7, "A-7", Order.Kind.SALE, "rest", null, 1L, "Ada", null, OrderStatus.of(Arrays.asList(lines)), Money.of("2", "EUR"), new Address(null, null, null, null, null, "NO"), null,
                "internal remark", PLACED, placed, "sam", null, null, historic, all, List.of(), shipments, 1);
    }

    private Order known(long id) {
        if (id != order.id()) {
            throw new AmphoraException.NotFound("order", id);
        }
        return order;
    }

    private static String token(TrackingLink link) {
        return link.path().substring("/track/".length());
    }

    private TrackedOrder opened() {
        return links.open(token(links.share(SIRI, 7))).orElseThrow();
    }

    @TestTemplate
    void linkIsMadeOnceAndCannotBeGuessed() {
        TrackingLink link = links.share(SIRI, 7);

        assertThat(links.share(SIRI, 7)).isEqualTo(link);
        assertThat(links.find(SIRI, 7)).contains(link);
        assertThat(token(link)).matches("[A-Za-z0-9_-]{27}");
        assertThat(events).containsExactly("tracking.shared 7 {\"by\":\"siri\"}");
        assertThat(links.open("x")).isEmpty();
        assertThat(links.open(null)).isEmpty();
    }

    @TestTemplate
    void revokedLinkLeadsNowhereAndANewOneIsAnother() {
        TrackingLink first = links.share(SIRI, 7);
        links.revoke(SIRI, 7);
        links.revoke(SIRI, 7);

        assertThatThrownBy(() -> links.revoke(SIRI, 404)).isInstanceOf(AmphoraException.NotFound.class);
        assertThat(links.open(token(first))).isEmpty();
        assertThat(links.find(SIRI, 7)).isEmpty();
        assertThat(token(links.share(SIRI, 7))).isNotEqualTo(token(first));
        assertThat(told).containsExactly("7 siri tracking-shared", "7 siri tracking-revoked", "7 siri tracking-shared");
        assertThat(events).hasSize(3).element(1).isEqualTo("tracking.revoked 7 {\"by\":\"siri\"}");
    }

    @TestTemplate
    void manyAtOnceGetTheSameLink() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Set<String> paths = new HashSet<>();
            for (Future<String> made : pool.invokeAll(List.<Callable<String>>of(this::path, this::path, this::path, this::path))) {
                paths.add(made.get());
            }
            assertThat(paths).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private String path() {
        return links.share(SIRI, 7).path();
    }

    @TestTemplate
    void refusesDraftsHistoryAndStrangers() {
        Actor wang = new Actor("wang", "Wang", Set.of("order.read"));
        assertThatThrownBy(() -> links.share(wang, 7)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> links.revoke(wang, 7)).isInstanceOf(AmphoraException.NotPermitted.class);
        order = order(false, null, List.of(), LineStatus.DRAFT);
        assertThatThrownBy(() -> links.share(SIRI, 7)).isInstanceOf(AmphoraException.Refused.class);
        order = order(true, PLACED, List.of(), LineStatus.COMPLETED);
        assertThatThrownBy(() -> links.share(SIRI, 7)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void customerSeesTheStagesAsTheyAreReached() {
        assertThat(opened().language()).isEqualTo("zh");
        assertThat(opened().reached()).containsOnlyKeys(TrackingStage.ORDERED);

        // newest first, as the order domain tells it
        timeline.add(new TimelineEntry(2, 7, SHIPPED, "wang", "assigned", "status", "APPROVED", "ASSIGNED", null));
        timeline.add(new TimelineEntry(1, 7, APPROVED, "mia", "approved", "status", "IN_REVIEW", "APPROVED", null));
        order = order(false, PLACED, List.of(new Order.Shipment(1, "DHL", "T1", SHIPPED, null, "wang", List.of(1L))), LineStatus.SHIPPED, LineStatus.PICKED);
        assertThat(opened().stage()).isEqualTo(TrackingStage.SHIPPED);
        assertThat(opened().partly()).as("the other is still here").isTrue();
        assertThat(opened().reached()).containsEntry(TrackingStage.HANDLED, APPROVED);

        order = order(false, PLACED, List.of(new Order.Shipment(1, "DHL", "T1", SHIPPED, null, "wang", List.of(1L))), LineStatus.SHIPPED, LineStatus.CANCELLED);
        assertThat(opened().stage()).isEqualTo(TrackingStage.IN_TRANSIT);
        assertThat(opened().partly()).isFalse();

        order = order(false, PLACED, List.of(new Order.Shipment(1, "DHL", "T1", SHIPPED, DELIVERED, "wang", List.of(1L))), LineStatus.DELIVERED, LineStatus.CANCELLED);
        assertThat(opened().reached()).containsExactly(Map.entry(TrackingStage.ORDERED, PLACED), Map.entry(TrackingStage.HANDLED, APPROVED),
                Map.entry(TrackingStage.SHIPPED, SHIPPED), Map.entry(TrackingStage.IN_TRANSIT, SHIPPED), Map.entry(TrackingStage.SIGNED_FOR, DELIVERED));
        assertThat(opened().parcels()).containsExactly(new TrackedOrder.Parcel("DHL", "T1", SHIPPED, DELIVERED));
        assertThat(opened().cancelled()).isFalse();
    }

    private static TrackingEvent event(TrackingStatus status, Instant at) {
        return new TrackingEvent(1, "sim", "T1", status, at, at, "secret depot", "internal words", "x", 1);
    }

    @TestTemplate
    void inTransitAndSignedForAreWhatTheCarrierSays() {
        Instant moved = SHIPPED.plusSeconds(3600);
        Instant there = DELIVERED.minusSeconds(7200);
        order = order(false, PLACED, List.of(new Order.Shipment(1, "Sim", "T1", SHIPPED, null, "wang", List.of(1L))), LineStatus.SHIPPED);
        Shipment.Parcel parcel = new Shipment.Parcel(1, 1, null, "T1", ShipmentState.SHIPPED, null, null, null, null, false, List.of());
        Shipment shipment = new Shipment(9, "S-9", 7, "A-7", "Ada", 1L, ShipmentState.SHIPPED, null, "sim", "Sim", null, "R", null, null, 1L, List.of(parcel, new Shipment.Parcel(2, 2, null, "T2",
                ShipmentState.SHIPPED, null, null, null, null, false, List.of())), PLACED, "wang", SHIPPED, null, SHIPPED, "held up", 1);
        followed.add(shipment);
        assertThat(opened().stage()).as("the carrier does not have it yet").isEqualTo(TrackingStage.SHIPPED);
        assertThat(opened().parcels()).extracting(TrackedOrder.Parcel::trackingNumber).containsExactly("T1", "T2");

        heard.add(event(TrackingStatus.ANNOUNCED, SHIPPED));
        heard.add(event(TrackingStatus.IN_TRANSIT, moved));
        assertThat(opened().reached()).containsEntry(TrackingStage.IN_TRANSIT, moved);

        heard.add(event(TrackingStatus.DELIVERED, there));
        order = order(false, PLACED, List.of(new Order.Shipment(1, "Sim", "T1", SHIPPED, DELIVERED, "wang", List.of(1L))), LineStatus.DELIVERED);
        followed.set(0, new Shipment(9, "S-9", 7, "A-7", "Ada", 1L, ShipmentState.DELIVERED, null, "sim", "Sim", null, "R", null, null, 1L, List.of(parcel), PLACED, "wang", SHIPPED, there, there, null, 2));
        assertThat(opened().reached()).containsEntry(TrackingStage.SIGNED_FOR, there);
        assertThat(opened().parcels()).containsExactly(new TrackedOrder.Parcel("Sim", "T1", SHIPPED, there));
        assertThat(opened().toString()).doesNotContain("secret", "internal", "held up", "wang");
    }

    @TestTemplate
    void whatWasLostIsNotWaitedFor() {
        Instant there = DELIVERED.minusSeconds(60);
        order = order(false, PLACED, List.of(new Order.Shipment(1, "Sim", "T1", SHIPPED, null, "wang", List.of(1L, 2L))), LineStatus.DELIVERED, LineStatus.CANCELLED);
        Shipment.Parcel arrived = new Shipment.Parcel(1, 1, null, "T1", ShipmentState.DELIVERED, null, null, null, null, false, List.of());
        Shipment.Parcel lost = new Shipment.Parcel(2, 2, null, "T2", ShipmentState.LOST, null, null, null, null, false, List.of());
        followed.add(new Shipment(9, "S-9", 7, "A-7", "Ada", 1L, ShipmentState.LOST, null, "sim", "Sim", null, "R", null, null, 1L, List.of(arrived, lost), PLACED, "wang", SHIPPED, null, SHIPPED, null, 1));
        heard.add(event(TrackingStatus.DELIVERED, there));

        assertThat(opened().reached()).containsEntry(TrackingStage.SIGNED_FOR, there);
        assertThat(opened().parcels()).containsExactly(new TrackedOrder.Parcel("Sim", "T1", SHIPPED, there), new TrackedOrder.Parcel("Sim", "T2", SHIPPED, null, true));
    }

    @TestTemplate
    void cancelledOrderSaysSo() {
        order = order(false, PLACED, List.of(), LineStatus.CANCELLED, LineStatus.CANCELLED);

        assertThat(opened().cancelled()).isTrue();
    }
}
