package io.amphora.inventory.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.inventory.api.Movement;
import io.amphora.platform.api.Outbox;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes what moved, once as a row and once as an event. One per transaction. */
final class Ledger {
    private final EntityManager em;
    private final Outbox outbox;
    private final Instant now;
    private final String who;

    Ledger(EntityManager em, Outbox outbox, Instant now, String who) {
        this.em = em;
        this.outbox = outbox;
        this.now = now;
        this.who = who;
    }

    void add(LevelKey level, Movement.Kind kind, BigDecimal quantity, BigDecimal after, String reason, String reference) {
        addQuietly(level, kind, quantity, after, reason, reference);
        outbox.add("stock.changed", level.sku(), event(level).put("kind", kind.name()).put("quantity", Quantities.text(quantity))
                .put("onHand", Quantities.text(after)).put("reason", reason).put("reference", reference).toString());
    }

    /** For imports, which tell of all rows in one event. */
    void addQuietly(LevelKey level, Movement.Kind kind, BigDecimal quantity, BigDecimal after, String reason, String reference) {
        em.persist(new MovementEntity(now, who, level, kind, quantity, after, reason, reference));
    }

    void safety(LevelKey level, BigDecimal before, BigDecimal safety) {
        ObjectNode event = event(level).put("kind", "SAFETY");
        event.putArray("safety").add(Quantities.text(before)).add(Quantities.text(safety));
        outbox.add("stock.changed", level.sku(), event.toString());
    }

    private ObjectNode event(LevelKey level) {
        return JsonNodeFactory.instance.objectNode().put("by", who).put("sku", level.sku()).put("location", level.locationId());
    }
}
