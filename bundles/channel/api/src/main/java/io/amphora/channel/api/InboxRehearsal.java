package io.amphora.channel.api;

import io.amphora.common.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what would come of incoming orders, one after the other, and takes none in: they go through the validation and enrichment of the inbox, stock counts down from one to the next.
 * Not thread-safe.
 *
 * @since 1.3
 */
@ProviderType
public interface InboxRehearsal {
    /** @throws io.amphora.common.AmphoraException.Invalid if it cannot even be kept */
    Foreseen of(IncomingOrder order);

    /** What would come of one. @param known whether the channel brought it before: then nothing comes of it; @param problems with which it would wait; none: it would become an order */
    record Foreseen(boolean known, List<Problem> problems) {
        public Foreseen {
            problems = List.copyOf(problems);
        }

        public boolean ordered() {
            return !known && problems.isEmpty();
        }
    }
}
