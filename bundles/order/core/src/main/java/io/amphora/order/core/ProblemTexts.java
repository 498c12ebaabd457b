package io.amphora.order.core;

import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Problems as one column keeps them. */
final class ProblemTexts {
    private static final String BETWEEN = "\u001f";
    private static final String NEXT = "\u001e";
    private static final int MAX = 8000;

    private ProblemTexts() {
    }

    /** As many as fit; null for none. */
    static String write(List<Problem> problems) {
        StringBuilder all = new StringBuilder();
        for (Problem p : problems) {
            String one = p.field() + BETWEEN + p.code() + BETWEEN + p.pattern() + p.args().stream().map(a -> BETWEEN + plain(a)).collect(Collectors.joining());
            if (all.length() + one.length() + 1 > MAX) {
                break;
            }
            all.append(all.isEmpty() ? "" : NEXT).append(one);
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static String plain(Object arg) {
        return String.valueOf(arg).replace(BETWEEN, " ").replace(NEXT, " ");
    }

    static List<Problem> read(String text) {
        List<Problem> problems = new ArrayList<>();
        if (text != null) {
            for (String one : text.split(NEXT)) {
                String[] parts = one.split(BETWEEN, -1);
                problems.add(new Problem(parts[0], parts[1], parts[2], Arrays.<Object>asList((Object[]) Arrays.copyOfRange(parts, 3, parts.length))));
            }
        }
        return problems;
    }
}
