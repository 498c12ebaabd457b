package io.amphora.extension.rest;

import io.amphora.common.Problem;
import java.util.List;

/** Something that is wrong, or worth knowing. */
public record FaultJson(String code, String message) {
    static List<FaultJson> of(List<Problem> problems) {
        return problems.stream().map(p -> new FaultJson(p.code(), p.message())).toList();
    }
}
