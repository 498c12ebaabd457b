package io.amphora.transfer.core.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What a row says, in a few numbers: rows of large files are compared without being kept. Zero stands for nothing said. */
record Fingerprint(int[] parts) {
    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    static Fingerprint of(Record row) {
        List<Integer> parts = new ArrayList<>();
        add(row, parts);
        return new Fingerprint(parts.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(Record row, List<Integer> parts) {
        for (Method accessor : ACCESSORS.computeIfAbsent(row.getClass(), Fingerprint::accessors)) {
            Object value = value(accessor, row);
            if (value instanceof Record inner) {
                add(inner, parts);
            } else {
                parts.add(value == null ? 0 : Objects.hashCode(value) | 1);
            }
        }
    }

    private static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).peek(a -> a.setAccessible(true)).toList();
    }

    private static Object value(Method accessor, Record row) {
        try {
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the other says nothing that this does not say. */
    boolean covers(Fingerprint other) {
        if (parts.length != other.parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (other.parts[i] != 0 && other.parts[i] != parts[i]) {
                return false;
            }
        }
        return true;
    }
}
