package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.amphora.common.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Notes what does not fit while one body is read, and reads on, so that the answer names all of it. */
final class BodyProblems extends DeserializationProblemHandler {
    private static final int MOST = 100;

    private final List<Problem> found = new ArrayList<>();

    List<Problem> found() {
        return found;
    }

    private void add(Problem problem) {
        if (found.size() < MOST && found.stream().noneMatch(p -> p.field().equals(problem.field()))) {
            found.add(problem);
        }
    }

    @Override
    public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser, JsonDeserializer<?> deserializer, Object bean, String name) throws IOException {
        String known = deserializer == null || deserializer.getKnownPropertyNames() == null ? ""
                : deserializer.getKnownPropertyNames().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        add(Problem.of(unknown(context, parser, name), "unknown-field", "is not known here; known are: {0}", known));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        add(WrongType.of(path(context.getParser()), type));
        return null;
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        add(type == java.math.BigDecimal.class ? Problem.of(path(context.getParser()), "too-large", "is too large") : WrongType.of(path(context.getParser()), type));
        return null;
    }

    @Override
    public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) throws IOException {
        add(WrongType.of(path(parser), type.getRawClass()));
        parser.skipChildren();
        return null;
    }

    @Override
    public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator, JsonParser parser, String message) throws IOException {
        add(WrongType.of(path(parser), type));
        parser.skipChildren();
        return null;
    }

    /** Nulls in lists, of which reading names only the first. */
    void nulls(JsonNode node, String path) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isNull()) {
                add(Problem.of(path + "[" + i + "]", "required", "must not be empty"));
            }
            nulls(node.get(i), path + "[" + i + "]");
        }
        if (node.isObject()) {
            node.properties().forEach(field -> nulls(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey()));
        }
    }

    void outOfRange(InputCoercionException e) {
        add(WrongType.of(path((JsonParser) e.getProcessor()), e.getTargetType()));
    }

    /** What stopped the reading, if anything did. */
    void stoppedBy(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            append(path, step.getFieldName(), step.getIndex());
        }
        add(problem(e, path.toString()));
    }

    private static Problem problem(JsonMappingException e, String path) {
        if (e instanceof InvalidNullException) {
            return Problem.of(path, "required", "must not be empty");
        }
        if (e.getCause() instanceof InputCoercionException range) {
            return WrongType.of(path, range.getTargetType());
        }
        return e instanceof MismatchedInputException wrong && wrong.getTargetType() != null ? WrongType.of(path, wrong.getTargetType())
                : Problem.of(path, "not-readable", "cannot be read");
    }

    /** What records do not know is kept aside until the record is made: by then the parser of the body has passed it, and stands at its end. */
    private static String unknown(DeserializationContext context, JsonParser parser, String name) {
        if (context.getParser() == parser) {
            return path(parser);
        }
        StringBuilder path = new StringBuilder(path(context.getParser()));
        append(path, name, -1);
        return path.toString();
    }

    private static String path(JsonParser parser) {
        List<JsonStreamContext> steps = new ArrayList<>();
        for (JsonStreamContext c = parser.getParsingContext(); c != null && !c.inRoot(); c = c.getParent()) {
            steps.add(0, c);
        }
        if (!steps.isEmpty() && parser.currentToken() != null && parser.currentToken().isStructStart()) {
            steps.remove(steps.size() - 1);
        }
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext step : steps) {
            append(path, step.inArray() ? null : step.getCurrentName(), step.inArray() ? step.getCurrentIndex() : -1);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, String name, int index) {
        if (name == null) {
            path.append('[').append(Math.max(0, index)).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
