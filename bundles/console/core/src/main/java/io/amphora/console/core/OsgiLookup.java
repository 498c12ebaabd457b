package io.amphora.console.core;

import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.router.RoutePathProvider;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.ApplicationConfigurationFactory;
import com.vaadin.flow.server.startup.DefaultApplicationConfigurationFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What Flow's LookupInitializer finds by class path scanning, stated explicitly. */
final class OsgiLookup implements Lookup {
    private final Map<Class<?>, Object> services;

    OsgiLookup(Shell shell) {
        services = Map.of(
                ResourceProvider.class, new RuntimeResources(),
                ApplicationConfigurationFactory.class, new DefaultApplicationConfigurationFactory(),
                StaticFileHandlerFactory.class, (StaticFileHandlerFactory) StaticFileServer::new,
                RoutePathProvider.class, (RoutePathProvider) target -> null,
                InstantiatorFactory.class,
                        (InstantiatorFactory) service -> new OsgiInstantiator(service, shell));
    }

    @Override
    public <T> T lookup(Class<T> type) {
        return type.cast(services.get(type));
    }

    @Override
    public <T> Collection<T> lookupAll(Class<T> type) {
        T service = lookup(type);
        return service == null ? List.of() : List.of(service);
    }

    /** Resources of the runtime bundle: the token file, index.html, stats.json, ... */
    private static final class RuntimeResources implements ResourceProvider {
        private static final ClassLoader LOADER = VaadinService.class.getClassLoader();

        @Override
        public URL getApplicationResource(String path) {
            return LOADER.getResource(path);
        }

        @Override
        public List<URL> getApplicationResources(String path) throws IOException {
            return Collections.list(LOADER.getResources(path));
        }

        @Override
        public URL getClientResource(String path) {
            return LOADER.getResource(path);
        }

        @Override
        public InputStream getClientResourceAsStream(String path) throws IOException {
            return LOADER.getResourceAsStream(path);
        }
    }
}
