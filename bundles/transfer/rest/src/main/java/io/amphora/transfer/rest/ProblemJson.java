package io.amphora.transfer.rest;

import io.amphora.common.Problem;
import java.util.List;

/** Something that is wrong. */
public record ProblemJson(String field, String code, String message) {
    static ProblemJson of(Problem p) {
        return new ProblemJson(p.field(), p.code(), p.message());
    }

    static List<ProblemJson> of(List<Problem> problems) {
        return problems.stream().map(ProblemJson::of).toList();
    }
}
