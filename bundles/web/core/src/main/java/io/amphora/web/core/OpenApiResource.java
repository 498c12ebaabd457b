package io.amphora.web.core;

import io.amphora.web.api.Public;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** {@code /api/v1/openapi.json}. */
@Public
@Path("openapi.json")
public final class OpenApiResource {
    private final OpenApi openApi;
    private final Set<String> open;

    OpenApiResource(OpenApi openApi, Set<String> open) {
        this.openApi = openApi;
        this.open = open;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] document() {
        return openApi.document(open);
    }
}
