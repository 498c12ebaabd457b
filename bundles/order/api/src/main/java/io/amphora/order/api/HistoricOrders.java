package io.amphora.order.api;

import io.amphora.common.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Taking over the past. Needs {@code transfer.import}. Joins the running transaction; writes in batches. Publishes one {@code order.imported} per call. Thread-safe. */
@ProviderType
public interface HistoricOrders {
    /**
     * Appends lines to an order of this (source, number) if it is there already <em>from the same run</em>, else makes it.
     *
     * @param run id of the import run (job): an order of an earlier run with the same number is left alone
     * @return numbers that were left alone because an earlier run made them
     */
    Set<String> save(Actor by, long run, List<HistoricOrder> orders);

    /** Which of these numbers of the source are there from other runs. */
    Set<String> existing(String source, Collection<String> numbers, long run);

    /** @param deleted how many are gone @param stay numbers of those that stay, by who names them ({@link io.amphora.platform.api.Usage#name}) @since 1.9 */
    record Undone(int deleted, Map<String, List<String>> stay) {
    }

    /** Takes a run back: deletes its orders, but for those that something names by now: a payment, a return, a document, a file. @since 1.9 */
    Undone takeBack(Actor by, long run);

    /** As {@link #takeBack}. @return how many are gone */
    default int undo(Actor by, long run) {
        return takeBack(by, run).deleted();
    }
}
