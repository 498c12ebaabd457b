package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Choosing what is picked together. Reading needs {@code order.read}, the rest {@code order.fulfil}. Publishes {@code pick.wave-made}, {@code pick.wave-cancelled};
 * key: the wave's id. Thread-safe.
 */
@ProviderType
public interface Waves {
    /** The most orders of one wave. */
    int MAX_ORDERS = 200;

    /** Orders that wait to be picked and are on no list: the highest priority first, then what is promised first, then the oldest; at most {@code limit}. */
    List<PickCandidate> candidates(Actor by, CandidateFilter filter, int limit);

    /**
     * Makes a wave and its pick lists from what the lines of these orders hold in stock.
     *
     * @param orderIds 1 to {@link #MAX_ORDERS}
     * @param note     may be null
     * @throws io.amphora.common.AmphoraException.Refused naming all orders of which nothing can be picked, and why
     */
    Wave make(Actor by, WaveKind kind, List<Long> orderIds, String note);

    /** Newest first. @param open only those that have not ended */
    Page<Wave> list(Actor by, boolean open, PageRequest page);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Wave find(Actor by, long id);

    /** Its lists, by number. */
    List<PickList> lists(Actor by, long id);

    /** Ends it; what is not picked can be put into another one. */
    Wave cancel(Actor by, long id, long version);
}
