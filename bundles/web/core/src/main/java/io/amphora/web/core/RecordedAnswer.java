package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What is kept of an answer, and given again. */
record RecordedAnswer(int status, String location, String etag, String mediaType, String body) {
    static RecordedAnswer of(Response response) {
        Object entity = response.getEntity();
        try {
            String body = entity == null ? null : entity instanceof String text ? text : Json.MAPPER.writeValueAsString(entity);
            String type = body == null ? null : response.getMediaType() == null ? MediaType.APPLICATION_JSON : response.getMediaType().toString();
            String location = response.getLocation() == null ? null : response.getLocation().toString();
            String etag = response.getEntityTag() == null ? null : response.getEntityTag().getValue();
            return new RecordedAnswer(response.getStatus(), location, etag, type, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer to keep must be JSON or text: " + entity.getClass(), e);
        }
    }

    RecordedAnswer withBody(String other) {
        return new RecordedAnswer(status, location, etag, mediaType, other);
    }

    Response toResponse(boolean again) {
        Response.ResponseBuilder response = Response.status(status);
        if (body != null) {
            response.entity(body.getBytes(StandardCharsets.UTF_8)).type(mediaType);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.tag(etag);
        }
        return (again ? response.header("Idempotency-Replayed", "true") : response).build();
    }
}
