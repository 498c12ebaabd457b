package io.amphora.web.api;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.ws.rs.QueryParam;

/** The query parameters of every list: {@code @BeanParam Paging paging}. Fields with parameters are public, so that the build finds them for the OpenAPI document. */
public class Paging {
    @Parameter(description = "cursor: \"next\" of the page before; absent for the first page")
    @QueryParam("after")
    public String after;

    @Parameter(description = "how many", schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    @QueryParam("size")
    public String size;

    /** Filled in by JAX-RS. */
    public Paging() {
    }

    /** For tests. */
    public Paging(String after, String size) {
        this.after = after;
        this.size = size;
    }

    /** @throws AmphoraException.Invalid if the size is not a number between 1 and {@link PageRequest#MAX} */
    public PageRequest request() {
        if (size == null || size.isEmpty()) {
            return new PageRequest(after, PageRequest.DEFAULT);
        }
        if (!size.matches("[0-9]{1,9}")) {
            throw new AmphoraException.Invalid(Problem.of("size", "page-size", "must be between 1 and {0}, was {1}", PageRequest.MAX, size));
        }
        return new PageRequest(after, Integer.parseInt(size));
    }
}
