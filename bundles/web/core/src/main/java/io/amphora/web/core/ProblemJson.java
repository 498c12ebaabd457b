package io.amphora.web.core;

import java.util.List;

/**
 * RFC 9457.
 *
 * @param type      {@code urn:amphora:problem:<kind>}, stable
 * @param reference under which the log has more; only for failures of ours
 * @param errors    all that is wrong
 */
public record ProblemJson(String type, String title, int status, String detail, String instance, String reference, List<ErrorJson> errors) {
    /**
     * One thing that is wrong.
     *
     * @param field path into the request ({@code lines[2].quantity}), name of a parameter or header, or empty
     * @param code  stable
     */
    public record ErrorJson(String field, String code, String detail) {
    }
}
