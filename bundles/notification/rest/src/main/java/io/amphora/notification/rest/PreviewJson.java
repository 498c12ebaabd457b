package io.amphora.notification.rest;

import io.amphora.common.Problem;
import io.amphora.notification.api.Templates;
import java.util.List;

/** A template over a sample order; problems are what keeps it from being saved. */
public record PreviewJson(String subject, String text, String html, List<ProblemJson> problems) {
    /** One of the problems. */
    public record ProblemJson(String field, String code, String message) {
        static ProblemJson of(Problem p) {
            return new ProblemJson(p.field(), p.code(), p.message());
        }
    }

    static PreviewJson of(Templates.Preview p) {
        return new PreviewJson(p.subject(), p.text(), p.html(), p.problems().stream().map(ProblemJson::of).toList());
    }
}
