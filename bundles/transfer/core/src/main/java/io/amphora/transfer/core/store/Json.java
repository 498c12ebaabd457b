package io.amphora.transfer.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.List;

/** Values as they are kept in columns. */
public final class Json {
    static final int CELLS = 32_000;
    private static final int PROBLEMS = 8_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() { };
    private static final TypeReference<List<Problem>> PROBLEM_LIST = new TypeReference<>() { };

    private Json() {
    }

    public static String write(Object value) {
        try {
            return value == null ? null : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row too long for its column is kept without its cells: it can be read in the file. */
    static String cells(List<String> cells) {
        String json = write(cells);
        return json.length() > CELLS ? "[]" : json;
    }

    static List<String> cells(String json) {
        return list(json, TEXTS);
    }

    /** As many of the problems as the column takes. */
    static String problems(List<Problem> problems) {
        List<Problem> some = new ArrayList<>(problems);
        String json = write(some);
        while (json.length() > PROBLEMS) {
            some.remove(some.size() - 1);
            json = write(some);
        }
        return json;
    }

    static List<Problem> problems(String json) {
        return list(json, PROBLEM_LIST);
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
