package io.amphora.platform.core.unit;

import io.amphora.platform.api.EntityContribution;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/** A contribution as it was when it came. Identity matters: the same bundle installed again is another one. */
public final class Contribution {
    private final String domain;
    private final ClassLoader loader;
    private final List<String> classNames;
    private final List<Class<?>> entities;

    /** @throws IllegalArgumentException if its classes cannot be part of any unit */
    public Contribution(EntityContribution from) {
        List<Class<?>> classes = List.copyOf(from.classes());
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("it brings no classes");
        }
        domain = from.domain();
        loader = classes.get(0).getClassLoader();
        classNames = classes.stream().map(Class::getName).toList();
        entities = classes.stream().filter(c -> c.isAnnotationPresent(Entity.class)).toList();
        classes.forEach(this::check);
    }

    private void check(Class<?> c) {
        if (c.getClassLoader() != loader) {
            throw new IllegalArgumentException(c.getName() + " is not of the contributing bundle");
        }
        if (entities.contains(c) && !PersistenceWeaved.class.isAssignableFrom(c)) {
            throw new IllegalArgumentException(c.getName() + " is not woven");
        }
    }

    public String domain() {
        return domain;
    }

    ClassLoader loader() {
        return loader;
    }

    List<String> classNames() {
        return classNames;
    }

    List<Class<?>> entities() {
        return entities;
    }

    @Override
    public String toString() {
        return domain;
    }
}
