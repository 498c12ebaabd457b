package io.amphora.notification.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Occasion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names in requests, read strictly. */
final class Names {
    private Names() {
    }

    static Occasion occasion(String id) {
        return Occasion.of(String.valueOf(id)).orElseThrow(() -> unknown("occasion", String.valueOf(id)));
    }

    /**
     * Runs a use case with the occasions that these names stand for.
     *
     * @throws AmphoraException.Invalid naming all unknown ones, together with what the use case finds wrong with the rest: it is given none then, which it refuses
     */
    static <T> T withOccasions(Collection<String> ids, Function<Set<Occasion>, T> useCase) {
        Collection<String> all = ids == null ? Set.of() : ids;
        Set<String> bad = all.stream().map(String::valueOf).filter(id -> Occasion.of(id).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        if (bad.isEmpty()) {
            return useCase.apply(all.stream().map(Names::occasion).collect(Collectors.toSet()));
        }
        List<Problem> problems = new ArrayList<>();
        try {
            useCase.apply(Set.of());
        } catch (AmphoraException.Invalid e) {
            e.problems().stream().filter(p -> !p.field().equals("occasions")).forEach(problems::add);
        }
        problems.add(Problem.of("occasions", "unknown-occasion", "there is no {0}; there are: {1}", String.join(", ", bad),
                Arrays.stream(Occasion.values()).map(Occasion::id).sorted().collect(Collectors.joining(", "))));
        throw new AmphoraException.Invalid(problems);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(String.valueOf(name).toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> unknown(field, String.valueOf(name)));
    }

    private static AmphoraException.Invalid unknown(String field, String value) {
        return new AmphoraException.Invalid(Problem.of(field, "unknown-value", "there is no {0}", value));
    }
}
