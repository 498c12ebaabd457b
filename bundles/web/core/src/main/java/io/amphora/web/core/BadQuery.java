package io.amphora.web.core;

import io.amphora.common.Problem;
import java.util.List;

/** Query parameters that the resource does not know or cannot read. */
final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadQuery(List<Problem> problems) {
        super(String.valueOf(problems));
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
