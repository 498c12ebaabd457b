package io.amphora.channel.core;

import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.core.store.InboxEntity;
import io.amphora.channel.core.store.InboxRows;
import io.amphora.channel.core.store.Json;
import io.amphora.channel.core.store.KnownChannel;
import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.platform.api.Outbox;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Taking orders into the inbox: only what cannot even be kept is refused here. */
final class Receipts {
    private static final int CHANNEL = 60;
    private static final int EXTERNAL_ID = 100;
    static final int AT_ONCE = 1_000;

    /** @param orders external id to JSON */
    record Checked(String channel, Map<String, String> orders) {
    }

    private final Outbox outbox;
    private final Clock clock;

    Receipts(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all that cannot be kept */
    static Checked check(String channel, List<IncomingOrder> orders) {
        Problems problems = new Problems();
        String id = problems.text("channel", channel, CHANNEL);
        problems.check(orders.size() <= AT_ONCE, "orders", "inbox.too-many", "at most {0} orders at once", AT_ONCE);
        problems.throwIfAny();
        Map<String, String> byExternalId = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            Problems of = new Problems();
            String externalId = of.text("externalId", orders.get(i).externalId(), EXTERNAL_ID);
            byExternalId.putIfAbsent(externalId, json(named(orders.get(i), externalId), of));
            String prefix = "orders[" + i + "]";
            of.all().forEach(p -> problems.add(p.under(prefix)));
        }
        problems.throwIfAny();
        return new Checked(id, byExternalId);
    }

    /** Adds a problem where it is too long to be kept. */
    static String json(IncomingOrder order, Problems problems) {
        String json = Json.order(order);
        if (json.length() > Json.ORDER) {
            problems.add("", "inbox.too-large", "has {0} characters as JSON, at most {1} can be kept", json.length(), Json.ORDER);
        }
        return json;
    }

    static IncomingOrder named(IncomingOrder o, String externalId) {
        return new IncomingOrder(externalId, o.customerNumber(), o.customerName(), o.email(), o.phone(), o.street(), o.city(), o.region(), o.postalCode(), o.country(), o.currency(),
                o.reference(), o.note(), o.lines(), o.wishedDate(), o.money());
    }

    /** @return how many are new */
    int keep(EntityManager em, Actor by, Checked checked) {
        Set<String> known = InboxRows.known(em, checked.channel(), List.copyOf(checked.orders().keySet()));
        List<InboxEntity> made = new ArrayList<>();
        checked.orders().forEach((externalId, json) -> {
            if (!known.contains(externalId)) {
                InboxEntity entity = new InboxEntity(checked.channel(), externalId, json, by, clock.instant());
                em.persist(entity);
                made.add(entity);
            }
        });
        if (!made.isEmpty()) {
            KnownChannel channel = em.find(KnownChannel.class, checked.channel());
            if (channel == null) {
                channel = new KnownChannel(checked.channel());
                em.persist(channel);
            }
            channel.received(made.size());
            em.flush();
            made.forEach(e -> outbox.add("inbox.received", String.valueOf(e.id()), "{\"channel\":" + EntryPlacer.quoted(e.channel()) + "}"));
        }
        return made.size();
    }
}
