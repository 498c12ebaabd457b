package io.amphora.returns.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looking at returns. Needs {@code returns.read}. Thread-safe. */
@ProviderType
public interface Returns {
    String READ = "returns.read";

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Return find(Actor by, long id);

    Optional<Return> findByNumber(Actor by, String number);

    /** Newest first. */
    Page<ReturnRow> list(Actor by, ReturnFilter filter, PageRequest page);

    /** How many, counting up to {@code limit}. */
    int count(Actor by, ReturnFilter filter, int limit);

    /** What of an order can come back now. @param kind claims have rules of their own */
    Returnable returnable(Actor by, long orderId, ReturnKind kind);

    /** What settling it like this would give. Needs {@code returns.settle}, too. */
    RefundQuote quote(Actor by, long id, NewSettlement settlement);

    /** All that happened, oldest first. */
    List<Entry> timeline(Actor by, long id);

    /**
     * One entry of a return's history.
     *
     * @param what message key {@code returns.timeline.<what>}
     * @param note may be null
     */
    record Entry(long id, Instant at, String who, String what, String note) {
    }
}
