package io.amphora.console.core;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Flow keeps component classes in static caches; without this a removed view bundle's class loader stays. */
final class FlowCaches {
    private FlowCaches() {
    }

    static void forget(ClassLoader loader) {
        ReflectionCache.clearAll();
        try {
            Field warned = UIInternals.class.getDeclaredField("warnedAboutDeps");
            warned.setAccessible(true);
            ((Set<?>) warned.get(null)).removeIf(type -> ((Class<?>) type).getClassLoader() == loader);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LoggerFactory.getLogger(FlowCaches.class).warn("Flow changed its caches, class loaders may leak", e);
        }
    }
}
