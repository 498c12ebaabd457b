package io.amphora.web.core;

import io.amphora.common.Problem;

/** The body is no JSON at all. */
final class MalformedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    MalformedBody(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
