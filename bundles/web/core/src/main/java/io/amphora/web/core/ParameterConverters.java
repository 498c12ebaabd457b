package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;

/** Query parameters: what cannot be converted is a problem that names the parameter. (A path that cannot be converted stays a 404.) */
public final class ParameterConverters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.of(
            Instant.class, Instant::parse, LocalDate.class, LocalDate::parse, BigDecimal.class, ParameterConverters::decimal,
            Long.class, Long::valueOf, long.class, Long::valueOf, Integer.class, Integer::valueOf, int.class, Integer::valueOf,
            Boolean.class, ParameterConverters::bool, boolean.class, ParameterConverters::bool);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String name = Arrays.stream(annotations).filter(QueryParam.class::isInstance).map(a -> ((QueryParam) a).value()).findFirst().orElse(null);
        if (name == null) {
            return null;
        }
        if (type.isEnum()) {
            return new Converter<>(text -> (T) constant(type, text), () -> WrongType.of(name, type));
        }
        Function<String, ?> parser = PARSERS.get(type);
        return parser == null ? null : new Converter<>(text -> (T) parser.apply(text), () -> WrongType.of(name, type));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String text) {
        return Enum.valueOf((Class) type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private record Converter<T>(Function<String, T> parser, Supplier<Problem> problem) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new AmphoraException.Invalid(problem.get());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
