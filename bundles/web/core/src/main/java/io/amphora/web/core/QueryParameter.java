package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.BeanParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;

/** A query parameter that a method declares, among its parameters or in a field of a {@link BeanParam}. */
record QueryParameter(ParamConverter<?> converter, boolean list) {
    private static final ParameterConverters CONVERTERS = new ParameterConverters();

    static Map<String, QueryParameter> of(Method method) {
        Map<String, QueryParameter> found = new TreeMap<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            Annotation[] annotations = method.getParameterAnnotations()[i];
            add(found, annotations, method.getParameterTypes()[i], method.getGenericParameterTypes()[i]);
            if (Arrays.stream(annotations).anyMatch(BeanParam.class::isInstance)) {
                addFields(found, method.getParameterTypes()[i]);
            }
        }
        return found;
    }

    private static void addFields(Map<String, QueryParameter> found, Class<?> bean) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(found, field.getAnnotations(), field.getType(), field.getGenericType());
            }
        }
    }

    private static void add(Map<String, QueryParameter> found, Annotation[] annotations, Class<?> type, Type generic) {
        boolean list = Collection.class.isAssignableFrom(type);
        Class<?> single = list && generic instanceof ParameterizedType of && of.getActualTypeArguments()[0] instanceof Class<?> item ? item : type;
        Arrays.stream(annotations).filter(QueryParam.class::isInstance).map(a -> ((QueryParam) a).value())
                .forEach(name -> found.put(name, new QueryParameter(CONVERTERS.getConverter(single, single, annotations), list)));
    }

    /** @return what is wrong with this value: nothing, or one thing */
    List<Problem> problem(String value) {
        try {
            if (converter != null) {
                converter.fromString(value);
            }
            return List.of();
        } catch (AmphoraException.Invalid e) {
            return e.problems();
        }
    }
}
