package io.amphora.web.core;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.common.classloader.ClassLoaderUtils;
import org.apache.cxf.common.classloader.ClassLoaderUtils.ClassLoaderHolder;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.BaseUrlHelper;

/** One JAX-RS server over a fixed set of resources, with a CXF bus of its own, so that nothing of it stays behind. Ends with its last request. Thread-safe. */
final class Generation {
    private static final ClassLoader CXF = Bus.class.getClassLoader();
    private static final Map<String, Object> SETTINGS = Map.of("replace.loopback.address.with.localhost", "false");

    private final Bus bus;
    private final Server server;
    private final AbstractHTTPDestination destination;
    /** Requests inside, and one more until retired. */
    private final AtomicInteger users = new AtomicInteger(1);

    /**
     * @param resources annotated with {@code @Path}; may serve in several generations at once, so they take contexts as parameters, not into fields
     * @param providers filters, mappers and the like
     * @param invoker   of this generation only
     * @throws RuntimeException if CXF cannot make sense of one of them
     */
    Generation(List<Object> resources, List<Object> providers, Invoker invoker) {
        ClassLoaderHolder before = ClassLoaderUtils.setThreadContextClassloader(CXF);
        ExtensionManagerBus ours = new ExtensionManagerBus(null, SETTINGS, CXF);
        try {
            ours.initialize();
            bus = ours;
            server = server(bus, resources, providers, invoker);
            destination = (AbstractHTTPDestination) server.getDestination();
        } catch (RuntimeException | LinkageError e) {
            ours.shutdown(true);
            throw e;
        } finally {
            before.reset();
        }
    }

    private static Server server(Bus bus, List<Object> resources, List<Object> providers, Invoker invoker) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        // within OSGi, CXF shares one over all buses, and lets nobody in twice at one address
        factory.setDestinationFactory(new HTTPTransportFactory(new DestinationRegistryImpl()));
        factory.setServiceBeans(resources);
        factory.setProviders(providers);
        factory.setInvoker(invoker);
        return factory.create();
    }

    /** @return false if it came to its end in this moment: take the next one */
    boolean enter() {
        int now = users.get();
        while (now > 0) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }

    /** After {@link #enter}, and once instead of it when nobody new is to come. */
    void leave() {
        if (users.decrementAndGet() == 0) {
            server.destroy();
            bus.shutdown(true);
        }
    }

    void serve(ServletConfig servlet, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClassLoaderHolder before = ClassLoaderUtils.setThreadContextClassloader(CXF);
        try {
            request.setAttribute("org.apache.cxf.transport.endpoint.address", BaseUrlHelper.getBaseURL(request) + "/");
            destination.invoke(servlet, servlet.getServletContext(), request, response);
        } finally {
            before.reset();
        }
    }
}
