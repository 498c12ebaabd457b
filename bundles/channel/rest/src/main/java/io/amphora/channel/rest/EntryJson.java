package io.amphora.channel.rest;

import io.amphora.channel.api.Inbox;
import io.amphora.common.Problem;
import java.time.Instant;
import java.util.List;

/** An incoming order in the inbox. {@code orderId} is what it became. */
public record EntryJson(long id, String channel, IncomingOrderJson order, Inbox.State state, List<ProblemJson> problems, Long orderId, Instant receivedAt, Instant changedAt, long version) {
    /** Why it is no order; the field is a path into {@code order}. */
    public record ProblemJson(String field, String code, String message) {
        static ProblemJson of(Problem p) {
            return new ProblemJson(p.field(), p.code(), p.message());
        }
    }

    static EntryJson of(Inbox.Entry e) {
        return new EntryJson(e.id(), e.channel(), IncomingOrderJson.of(e.order()), e.state(), e.problems().stream().map(ProblemJson::of).toList(), e.orderId(), e.receivedAt(),
                e.changedAt(), e.version());
    }
}
