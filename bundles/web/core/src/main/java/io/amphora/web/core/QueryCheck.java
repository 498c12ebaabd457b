package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.web.api.AnyQuery;
import io.amphora.web.api.Paging;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.core.MultivaluedMap;

/** Query parameters are those that the method declares, each readable, once unless it is a list: else all that is wrong is named, before anything is done. */
final class QueryCheck {
    private static final int MOST = 100;
    private static final int SHOWN = 60;

    /** Lives as long as one generation of resources, and so holds no class of a bundle that went. */
    private final Map<Method, Map<String, QueryParameter>> declared = new ConcurrentHashMap<>();

    /** @param method null: nothing was found that could declare any */
    void check(Method method, MultivaluedMap<String, String> query) {
        if (method == null || query.isEmpty() || method.isAnnotationPresent(AnyQuery.class)) {
            return;
        }
        Map<String, QueryParameter> known = declared.computeIfAbsent(method, QueryParameter::of);
        List<Problem> problems = new ArrayList<>();
        query.forEach((name, values) -> check(name, values, known, problems));
        checkPaging(method, query, problems);
        if (!problems.isEmpty()) {
            throw new BadQuery(problems.subList(0, Math.min(MOST, problems.size())));
        }
    }

    private static void check(String name, List<String> values, Map<String, QueryParameter> known, List<Problem> problems) {
        QueryParameter parameter = known.get(name);
        if (parameter == null) {
            String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
            problems.add(known.isEmpty() ? Problem.of(shown, "unknown-parameter.none", "is not known here; this takes no query parameters")
                    : Problem.of(shown, "unknown-parameter", "is not known here; known are: {0}", String.join(", ", known.keySet())));
        } else if (values.size() > 1 && !parameter.list()) {
            problems.add(Problem.of(name, "parameter-once", "may be there only once"));
        } else {
            values.stream().map(parameter::problem).flatMap(List::stream).findFirst().ifPresent(problems::add);
        }
    }

    /** The one range that many resources share. */
    private static void checkPaging(Method method, MultivaluedMap<String, String> query, List<Problem> problems) {
        if (List.of(method.getParameterTypes()).contains(Paging.class)) {
            try {
                new Paging(null, query.getFirst("size")).request();
            } catch (AmphoraException.Invalid e) {
                problems.addAll(e.problems());
            }
        }
    }
}
