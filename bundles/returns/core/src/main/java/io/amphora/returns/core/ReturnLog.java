package io.amphora.returns.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Outbox;
import io.amphora.returns.core.store.EntryEntity;
import io.amphora.returns.core.store.ReturnEntity;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what happened to returns: an entry of its history and of the order's timeline, and an event. */
@Component(service = ReturnLog.class)
public final class ReturnLog {
    private final Outbox outbox;
    private final OrderHistory history;

    @Activate
    public ReturnLog(@Reference Outbox outbox, @Reference OrderHistory history) {
        this.outbox = outbox;
        this.history = history;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param note may be null */
    void say(EntityManager em, ReturnEntity r, String what, String by, String note) {
        remember(em, r.id(), what, by, note);
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("return", r.id()).put("rma", r.number()).put("number", r.orderNumber()).put("kind", r.kind().name())
                .put("state", r.state().name()).put("customer", r.customerId()).put("note", note);
        if (r.outcome() != null) {
            event.put("outcome", r.outcome().name()).put("credit", plain(r.credit())).put("giveBack", plain(r.giveBack())).put("currency", r.currency());
        }
        outbox.add("returns." + what, Long.toString(r.orderId()), event.toString());
        history.add(r.orderId(), by, "return-" + what, r.number() + (note == null ? "" : ": " + note));
    }

    /** Without an event. */
    void remember(EntityManager em, long returnId, String what, String by, String note) {
        em.persist(new EntryEntity(returnId, now(), by, what, note));
    }

    void changed(String what, String key, String by, String value) {
        outbox.add("returns." + what, key, JsonNodeFactory.instance.objectNode().put("by", by).put("value", value).toString());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
