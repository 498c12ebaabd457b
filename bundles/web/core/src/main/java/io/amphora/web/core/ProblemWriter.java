package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Makes the answer of everything that goes wrong: {@code application/problem+json} in the language of who asked. */
final class ProblemWriter {
    private static final String TYPE = "application/problem+json";

    private final Texts texts;

    ProblemWriter(Texts texts) {
        this.texts = texts;
    }

    Response of(AmphoraException e, HttpHeaders headers, UriInfo uri) {
        if (e instanceof AmphoraException.Invalid) {
            return write(422, "invalid", e.problems(), headers, uri);
        }
        if (e instanceof AmphoraException.NotFound) {
            return write(404, "not-found", e.problems(), headers, uri);
        }
        if (e instanceof AmphoraException.Stale) {
            return write(412, "stale", e.problems(), headers, uri);
        }
        if (e instanceof AmphoraException.NotPermitted) {
            return write(403, "not-permitted", e.problems(), headers, uri);
        }
        return write(409, "refused", e.problems(), headers, uri);
    }

    Response malformed(MalformedBody e, HttpHeaders headers, UriInfo uri) {
        return write(400, "malformed", List.of(e.problem()), headers, uri);
    }

    Response query(BadQuery e, HttpHeaders headers, UriInfo uri) {
        return write(400, "query", e.problems(), headers, uri);
    }

    Response conflict(HttpHeaders headers, UriInfo uri) {
        return write(409, "conflict", List.of(Problem.of("", "busy", "somebody else is changing the same thing; try again")), headers, uri);
    }

    /** Something that JAX-RS itself refuses: no such path, method, media type. */
    Response status(int status, HttpHeaders headers, UriInfo uri) {
        return build(status, "http-" + status, detail(status, headers), null, List.of(), headers, uri);
    }

    Response failure(int status, String reference, HttpHeaders headers, UriInfo uri) {
        return build(status, "http-" + status, texts.text("web.failure", "Something went wrong here; the log has more under {0}.", language(headers), reference), reference,
                List.of(), headers, uri);
    }

    private String detail(int status, HttpHeaders headers) {
        return switch (status) {
            case 401 -> texts.text("web.detail.401", "Send a valid token (Authorization: Bearer …); POST /api/v1/tokens gives one for the right name and password.", language(headers));
            case 413 -> texts.text("web.detail.413", "The body is larger than the {0} bytes that are allowed here.", language(headers), BodyLimit.LIMIT);
            case 415 -> texts.text("web.detail.415", "This cannot be read here; send application/json.", language(headers));
            case 428 -> texts.text("web.detail.428", "Send If-Match with the ETag of what you read.", language(headers));
            default -> null;
        };
    }

    private Response write(int status, String kind, List<Problem> problems, HttpHeaders headers, UriInfo uri) {
        Locale language = language(headers);
        List<ProblemJson.ErrorJson> errors = problems.stream().map(p -> new ProblemJson.ErrorJson(p.field(), p.code(), texts.of(p, language))).toList();
        String detail = errors.size() == 1 ? (errors.get(0).field().isEmpty() ? "" : errors.get(0).field() + ": ") + errors.get(0).detail()
                : texts.text("web.several", "{0} things are wrong, see errors.", language, errors.size());
        return build(status, kind, detail, null, errors, headers, uri);
    }

    private Response build(int status, String kind, String detail, String reference, List<ProblemJson.ErrorJson> errors, HttpHeaders headers, UriInfo uri) {
        Locale language = language(headers);
        Response.StatusType type = Response.Status.fromStatusCode(status);
        String english = type == null ? "HTTP " + status : type.getReasonPhrase();
        String title = texts.text("web.title." + kind, english, language);
        String path = uri == null ? null : uri.getRequestUri().getRawPath();
        return Response.status(status).type(TYPE).language(language)
                .entity(new ProblemJson("urn:amphora:problem:" + kind, title, status, detail, path, reference, errors)).build();
    }

    private static Locale language(HttpHeaders headers) {
        if (headers != null) {
            for (Locale wanted : headers.getAcceptableLanguages()) {
                if (wanted.getLanguage().equals("zh") || wanted.getLanguage().equals("en")) {
                    return wanted;
                }
            }
        }
        return Locale.ENGLISH;
    }
}
