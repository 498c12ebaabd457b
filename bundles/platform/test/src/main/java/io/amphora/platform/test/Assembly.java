package io.amphora.platform.test;

import io.amphora.platform.api.EntityContribution;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Real domains over a test database, put together as declarative services would: by the constructors of their components. An interface is whatever the one class of the domains
 * implements it, or what a test {@link #put}.
 */
public final class Assembly {
    private final TestDatabase db;
    private final List<Class<? extends EntityContribution>> domains;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<String, List<Class<?>>> classes = new HashMap<>();

    /** @param domains the contributions of the domains that take part; they tell which classes there are */
    public Assembly(TestDatabase db, List<Class<? extends EntityContribution>> domains) {
        this.db = db;
        this.domains = List.copyOf(domains);
        put(Outbox.class, db.outbox());
        put(Clock.class, Clock.systemUTC());
    }

    /** Stands for this type. @param object may be null: nobody is there */
    public <T> void put(Class<T> type, T object) {
        made.put(type, object);
    }

    /** The one there is of this type, made if need be. */
    @SuppressWarnings("unchecked")
    public <T> T get(Class<T> type) {
        if (!made.containsKey(type)) {
            made.put(type, type.isInterface() ? get(implementing(type)) : make(type));
        }
        return (T) made.get(type);
    }

    private Class<?> implementing(Class<?> type) {
        List<Class<?>> all = domains.stream().flatMap(d -> ofDomain(d).stream()).distinct().filter(c -> type.isAssignableFrom(c) && !c.isInterface() && !Modifier.isAbstract(c.getModifiers())).toList();
        if (all.size() != 1) {
            throw new IllegalStateException(type + " is implemented by " + all);
        }
        return all.get(0);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = Stream.of(type.getConstructors()).filter(Assembly::ofServices).max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalStateException(type + " has no public constructor"));
        Object[] parts = Stream.of(constructor.getParameterTypes()).map(p -> p == Tx.class ? db.tx(domain(type)) : get(p)).toArray();
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** Others are for tests: they take deadlines and the like. */
    private static boolean ofServices(Constructor<?> constructor) {
        return Stream.of(constructor.getParameterTypes()).noneMatch(p -> p.isPrimitive() || p != Clock.class && p.getName().startsWith("java."));
    }

    private static String domain(Class<?> type) {
        return type.getPackageName().split("\\.")[2];
    }

    /** All classes of this bundle that can be loaded here. */
    public List<Class<?>> ofDomain(Class<?> one) {
        return classes.computeIfAbsent(domain(one), d -> scan(one));
    }

    private static List<Class<?>> scan(Class<?> one) {
        try {
            URI at = one.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (at.getPath().endsWith(".jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(at))) {
                    return classesUnder(jar.getPath("/"));
                }
            }
            return classesUnder(Path.of(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classesUnder(Path root) throws IOException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("io/amphora"))) {
            for (Path f : files.filter(p -> p.toString().endsWith(".class") && !p.getFileName().toString().contains("$") && !p.toString().contains("-info")).toList()) {
                String name = root.relativize(f).toString().replace('/', '.').replaceAll("^\\.|\\.class$", "");
                try {
                    found.add(Class.forName(name, false, Assembly.class.getClassLoader()));
                } catch (ClassNotFoundException | NoClassDefFoundError e) {
                    // a part that needs what a test does not have
                    continue;
                }
            }
        }
        return found;
    }
}
