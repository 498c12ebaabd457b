package io.amphora.notification.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Occasion;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names in requests, read strictly. */
final class Names {
    private Names() {
    }

    static Occasion occasion(String id) {
        return Occasion.of(String.valueOf(id)).orElseThrow(() -> unknown("occasion", String.valueOf(id)));
    }

    /** @throws AmphoraException.Invalid naming all unknown ones */
    static Set<Occasion> occasions(Collection<String> ids) {
        Collection<String> all = ids == null ? Set.of() : ids;
        Set<String> bad = all.stream().map(String::valueOf).filter(id -> Occasion.of(id).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        if (!bad.isEmpty()) {
            throw unknown("occasions", String.join(", ", bad));
        }
        return all.stream().map(Names::occasion).collect(Collectors.toSet());
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(String.valueOf(name).toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> unknown(field, String.valueOf(name)));
    }

    private static AmphoraException.Invalid unknown(String field, String value) {
        return new AmphoraException.Invalid(Problem.of(field, "unknown-value", "there is no {0}", value));
    }
}
