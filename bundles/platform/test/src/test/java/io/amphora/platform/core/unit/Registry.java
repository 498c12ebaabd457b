package io.amphora.platform.core.unit;

import io.amphora.platform.api.Tx;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** As much of a service registry as the persistence unit needs. */
final class Registry {
    final Map<String, Tx> byDomain = new ConcurrentHashMap<>();

    BundleContext context() {
        return proxy(BundleContext.class, (method, args) -> switch (method) {
            case "getBundle" -> proxy(Bundle.class, (m, a) -> PersistenceUnit.class.getProtectionDomain().getCodeSource().getLocation());
            case "registerService" -> register((Tx) args[1], ((Dictionary<?, ?>) args[2]).get("domain").toString());
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object register(Tx tx, String domain) {
        byDomain.put(domain, tx);
        return proxy(ServiceRegistration.class, (method, args) -> byDomain.remove(domain));
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object result = answer.to(method.getName(), args);
            return method.getReturnType() == void.class ? null : result;
        }));
    }
}
