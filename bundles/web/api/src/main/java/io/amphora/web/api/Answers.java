package io.amphora.web.api;

import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** Answers that look the same in all resources. */
public final class Answers {
    private static final String BASE = "/api/v1/";

    private Answers() {
    }

    /** 200 with the version as ETag. */
    public static Response ok(long version, Object entity) {
        return Response.ok(entity).tag(ETags.of(version)).build();
    }

    /**
     * 201 with Location and ETag.
     *
     * @param path of the new thing, below {@code /api/v1/}: {@code orders/17}
     */
    public static Response created(String path, long version, Object entity) {
        return at(Response.status(Response.Status.CREATED), path).tag(ETags.of(version)).entity(entity).build();
    }

    /**
     * 202 with Location, for background work.
     *
     * @param path of the job, below {@code /api/v1/}: {@code jobs/17}
     */
    public static Response accepted(String path, Object entity) {
        return at(Response.accepted(entity), path).build();
    }

    /** Without host and scheme: a proxy in front knows them better, and to put them together for every answer is not cheap. */
    private static Response.ResponseBuilder at(Response.ResponseBuilder response, String path) {
        return response.header(HttpHeaders.LOCATION, BASE + path);
    }
}
