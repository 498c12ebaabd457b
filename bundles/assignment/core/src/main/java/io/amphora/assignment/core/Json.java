package io.amphora.assignment.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Lists in a text column. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int COLUMN = 30_000;

    private Json() {
    }

    /** As much of the list as fits. */
    static String write(List<?> list) {
        List<?> rows = new ArrayList<>(list);
        try {
            String text = MAPPER.writeValueAsString(rows);
            while (text.length() > COLUMN) {
                rows = rows.subList(0, rows.size() / 2);
                text = MAPPER.writeValueAsString(rows);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
