package io.amphora.web.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.amphora.web.api.Given;
import java.io.IOException;

/** Reads {@link Given}: a field that is left out is null, one that is null is given as such. */
final class GivenReader extends JsonDeserializer<Given<?>> implements ContextualDeserializer {
    private final JsonDeserializer<?> value;

    GivenReader() {
        this(null);
    }

    private GivenReader(JsonDeserializer<?> value) {
        this.value = value;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) throws JsonMappingException {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new GivenReader(context.findContextualValueDeserializer(type.containedType(0), property));
    }

    @Override
    public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return new Given<>(value.deserialize(parser, context));
    }

    @Override
    public Given<?> getNullValue(DeserializationContext context) {
        return new Given<>(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
