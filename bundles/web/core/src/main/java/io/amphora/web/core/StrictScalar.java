package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.amphora.web.api.Given;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads a text only from a text, a number only from a number. Jackson can refuse the others, too, but stops there; this goes on, so that
 * all of them are named. Refuses numbers such as 1e999999999, which are short to send and take gigabytes to add or print.
 */
final class StrictScalar extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 100;

    private final Set<JsonToken> accepted;
    private final transient Object instead;

    private StrictScalar(JsonDeserializer<?> delegate, Set<JsonToken> accepted, Object instead) {
        super(delegate);
        this.accepted = accepted;
        this.instead = instead;
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict");
        Set<JsonToken> whole = EnumSet.of(JsonToken.VALUE_NUMBER_INT);
        add(module, int.class, find(int.class), whole, 0);
        add(module, Integer.class, find(Integer.class), whole, null);
        add(module, long.class, find(long.class), whole, 0L);
        add(module, Long.class, find(Long.class), whole, null);
        add(module, BigDecimal.class, NumberDeserializers.BigDecimalDeserializer.instance, EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT), null);
        add(module, boolean.class, find(boolean.class), EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), false);
        add(module, Boolean.class, find(Boolean.class), EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), null);
        add(module, String.class, StringDeserializer.instance, EnumSet.of(JsonToken.VALUE_STRING), null);
        module.addDeserializer(Given.class, new GivenReader());
        return module;
    }

    private static JsonDeserializer<?> find(Class<?> type) {
        return NumberDeserializers.find(type, type.getName());
    }

    @SuppressWarnings("unchecked")
    private static <T> void add(SimpleModule module, Class<T> type, JsonDeserializer<?> delegate, Set<JsonToken> accepted, Object instead) {
        module.addDeserializer(type, (JsonDeserializer<? extends T>) new StrictScalar(delegate, accepted, instead));
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
        return new StrictScalar(delegate, accepted, instead);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!accepted.contains(parser.currentToken())) {
            context.handleUnexpectedToken(_delegatee.handledType(), parser);
            return instead;
        }
        Object value = super.deserialize(parser, context);
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > DIGITS) {
            return context.handleWeirdNumberValue(BigDecimal.class, number, "is out of range");
        }
        return value;
    }
}
