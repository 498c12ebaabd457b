package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Refuses numbers such as 1e999999999, which are short to send and take gigabytes to add or print. */
final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 100;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal value = BigDecimalDeserializer.instance.deserialize(parser, context);
        if (value != null && Math.abs((long) value.scale()) > DIGITS) {
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, value, "is out of range");
        }
        return value;
    }
}
