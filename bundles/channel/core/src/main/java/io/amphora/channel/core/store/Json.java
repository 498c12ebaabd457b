package io.amphora.channel.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.List;

/** Values as they are kept in columns. */
public final class Json {
    /** So long may an order be as JSON: 500 lines of long texts fit. */
    public static final int ORDER = 1_000_000;
    private static final int PROBLEMS = 8_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {
    }

    public static String order(IncomingOrder order) {
        return write(order);
    }

    static IncomingOrder order(String json) {
        return read(json, new TypeReference<>() { });
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
        return read(json, new TypeReference<>() { });
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
