package io.amphora.transfer.core.replay;

import io.amphora.common.Problem;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Brings what does not fit within the source before the review of the order that is being replayed. */
final class DifferenceCheck implements ReviewCheck {
    static final String ID = "transfer-replay";

    private final Map<String, List<Problem>> known = new ConcurrentHashMap<>();

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "来源数据的差异" : "Differences within the source";
    }

    /** While the work runs, the review of this order finds these. */
    <T> T with(String channel, String number, List<Problem> differences, Supplier<T> work) {
        String key = key(channel, number);
        known.put(key, differences);
        try {
            return work.get();
        } finally {
            known.remove(key);
        }
    }

    @Override
    public List<Problem> check(ReviewRequest order) {
        return order.externalId() == null ? List.of() : known.getOrDefault(key(order.channel(), order.externalId()), List.of());
    }

    private static String key(String channel, String number) {
        return channel + '\n' + number;
    }
}
