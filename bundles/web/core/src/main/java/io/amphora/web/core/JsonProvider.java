package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Bodies as records and back. Reading refuses what does not fit, naming all of it. */
@Provider
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public final class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final byte[] NOTHING = {'{', '}'};

    private static boolean ours(Class<?> type) {
        return !(type == String.class || type == byte[].class || InputStream.class.isAssignableFrom(type) || StreamingOutput.class.isAssignableFrom(type));
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ours(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ours(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, String> headers, InputStream in)
            throws IOException {
        byte[] body = orNothing(in.readAllBytes());
        BodyProblems problems = new BodyProblems();
        Object value = read(Json.MAPPER.readerFor(Json.MAPPER.constructType(genericType)).withHandler(problems), body, problems);
        if (!problems.found().isEmpty()) {
            // something missing ends the reading early: go on without it, to name the rest, too
            Object half = read(Json.FORGIVING.readerFor(Json.FORGIVING.constructType(genericType)).withHandler(problems), body, problems);
            problems.nulls(Json.FORGIVING.readTree(body), "");
            return go(half, problems.found());
        }
        if (value == null) {
            throw new AmphoraException.Invalid(Problem.of("", "body-required", "there must be a JSON body"));
        }
        return value;
    }

    /** A POST whose fields may all be absent needs no body; of the others it names what is missing. */
    private static byte[] orNothing(byte[] body) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return body.length == 0 && message != null && EmptyBody.METHOD.equals(message.get(Message.HTTP_REQUEST_METHOD)) ? NOTHING : body;
    }

    /** What could be read goes on to {@link Invoker}, which does nothing with it but look for what else is wrong. */
    private static Object go(Object value, List<Problem> problems) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        if (value == null || message == null) {
            throw new AmphoraException.Invalid(problems);
        }
        message.put(HalfRead.class, new HalfRead(problems));
        return value;
    }

    private static Object read(ObjectReader reader, byte[] body, BodyProblems problems) throws IOException {
        try {
            return reader.readValue(body);
        } catch (StreamConstraintsException e) {
            throw new AmphoraException.Invalid(Problem.of("", "too-large", "is too large"));
        } catch (InputCoercionException e) {
            problems.outOfRange(e);
        } catch (JsonMappingException e) {
            throwCauseThatSpeaksForItself(e);
            if (problems.found().isEmpty() && e.getPath().isEmpty() && e instanceof MismatchedInputException m && m.getTargetType() == null) {
                throw malformed(e);
            }
            problems.stoppedBy(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
        return null;
    }

    private static void throwCauseThatSpeaksForItself(JsonMappingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AmphoraException || cause instanceof WebApplicationException) {
                throw (RuntimeException) cause;
            }
            if (cause instanceof StreamConstraintsException) {
                String field = e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null ? "" : e.getPath().get(0).getFieldName();
                throw new AmphoraException.Invalid(List.of(Problem.of(field, "too-large", "is too large")));
            }
            if (cause instanceof JsonProcessingException && !(cause instanceof JsonMappingException) && !(cause instanceof InputCoercionException)) {
                throw malformed((JsonProcessingException) cause);
            }
        }
    }

    private static MalformedBody malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return new MalformedBody(Problem.of("", "malformed-json", "is no JSON, or of unexpected shape, at line {0}, column {1}",
                at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr()));
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        out.write(Json.MAPPER.writeValueAsBytes(value));
    }
}
