package io.amphora.web.core;

import io.amphora.web.api.Public;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** What answers without a token, as the OpenAPI document names it: {@code post /tokens}. */
final class PublicOperations {
    private PublicOperations() {
    }

    static Set<String> of(List<Object> resources) {
        Set<String> operations = new TreeSet<>();
        for (Object resource : resources) {
            Class<?> type = resource.getClass();
            for (Method method : type.getMethods()) {
                if (type.isAnnotationPresent(Public.class) || method.isAnnotationPresent(Public.class)) {
                    verb(method).ifPresent(verb -> operations.add(verb + " " + path(type.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class))));
                }
            }
        }
        return operations;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType).filter(a -> a.isAnnotationPresent(HttpMethod.class)).findFirst()
                .map(a -> a.getAnnotation(HttpMethod.class).value().toLowerCase(Locale.ROOT));
    }

    /** Without the patterns of its parameters: {@code /{id}} of {@code {id: [0-9]+}}. */
    private static String path(Path path) {
        String plain = path == null ? "" : path.value().replaceAll("^/|/$", "").replaceAll("\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "}");
        return plain.isEmpty() ? "" : "/" + plain;
    }
}
