package io.amphora.audit.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What the log takes from the JSON of an event. */
record Payload(String by, String details) {
    /** Who acts when the event does not say. */
    static final String NOBODY = "system:unknown";
    private static final int BY = 100;
    private static final int DETAILS = 8000;
    private static final JsonFactory JSON = new JsonFactory();

    static Payload of(String json) {
        String by = by(json);
        return new Payload(by == null || by.isEmpty() ? NOBODY : cut(by, BY), cut(json, DETAILS));
    }

    /** Whether the event only tells of a passing state, in which nobody did anything: pages follow it, the log leaves it out. (Within texts the quotes would be escaped.) */
    static boolean passing(String json) {
        return json.contains("\"passing\":true");
    }

    /** The outermost field of that name; null if there is none, or it is no JSON: the log takes down what it gets. */
    private static String by(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("by");
                parser.nextToken();
                if (wanted) {
                    return parser.getValueAsString();
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
