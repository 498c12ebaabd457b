package io.amphora.web.core;

import io.amphora.web.api.Public;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Swagger UI over our document at {@code /api/v1/docs/}: two files of it, a page and a script of ours. */
@Public
@Path("docs")
public final class DocsResource {
    private static final Map<String, String> FILES = Map.of("index.html", "text/html;charset=utf-8", "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "swagger-ui.css", "text/css;charset=utf-8", "start.js", "text/javascript;charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    @GET
    public Response page(@Context UriInfo uri) {
        return uri.getPath().endsWith("/") ? file("index.html") : Response.seeOther(java.net.URI.create("docs/")).build();
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        String type = FILES.get(file);
        InputStream content = type == null ? null : DocsResource.class.getResourceAsStream("/docs/" + file);
        if (content == null) {
            throw new NotFoundException();
        }
        return Response.ok(content, type).header("Content-Security-Policy", POLICY).header("Cache-Control", "max-age=3600").build();
    }
}
