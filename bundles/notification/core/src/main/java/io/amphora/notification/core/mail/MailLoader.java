package io.amphora.notification.core.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.concurrent.Callable;
import org.eclipse.angus.activation.MailcapRegistryProviderImpl;

/**
 * The mail library finds its parts through the thread's class loader, as is usual outside OSGi: this one sees the library and the bundle that
 * knows content types.
 */
final class MailLoader extends ClassLoader {
    private static final MailLoader INSTANCE = new MailLoader();

    private final ClassLoader types = MailcapRegistryProviderImpl.class.getClassLoader();

    private MailLoader() {
        super(Session.class.getClassLoader());
    }

    static <T> T call(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(INSTANCE);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return types.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return types.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return types.getResources(name);
    }
}
