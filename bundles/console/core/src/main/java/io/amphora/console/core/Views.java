package io.amphora.console.core;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.amphora.console.api.ConsoleView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ReferenceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tracks {@link ConsoleView} services and keeps Flow's routes and the open browsers in step with them. */
@org.osgi.service.component.annotations.Component(service = Views.class)
public final class Views {
    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    /** One page, as its {@link io.amphora.console.api.ConsoleRoute} describes it. */
    record Entry(String path, String title, String icon, String group, int order, String permission, Class<? extends Component> type,
                 ComponentServiceObjects<ConsoleView> instances) {
    }

    private final Map<ServiceReference<ConsoleView>, Entry> entries = new ConcurrentHashMap<>();
    private final OpenUis uis;
    private RouteConfiguration routes;

    @Activate
    public Views(@Reference OpenUis uis) {
        this.uis = uis;
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> find(Class<?> type) {
        return entries.values().stream().filter(e -> e.type() == type).findFirst();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY,
            scope = ReferenceScope.PROTOTYPE_REQUIRED)
    void addView(ComponentServiceObjects<ConsoleView> instances) {
        ServiceReference<ConsoleView> ref = instances.getServiceReference();
        try {
            // component.name is the implementation class unless the component says otherwise
            Class<? extends Component> type = ref.getBundle().loadClass((String) ref.getProperty("component.name")).asSubclass(Component.class);
            Entry entry = new Entry(text(ref, "path", ""), text(ref, "title", ""), text(ref, "icon", "vaadin:circle-thin"), text(ref, "group", ""),
                    ref.getProperty("console.order") instanceof Integer order ? order : 100, text(ref, "permission", ""), type, instances);
            open(ref, entry);
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            entries.remove(ref);
            LOG.error("page {} of {} cannot be shown", ref.getProperty("console.path"), ref.getBundle(), e);
        }
        uis.each(MainLayout::menuChanged);
    }

    void removeView(ComponentServiceObjects<ConsoleView> instances) {
        Entry entry = entries.remove(instances.getServiceReference());
        if (entry == null) {
            return;
        }
        synchronized (this) {
            if (routes != null) {
                routes.removeRoute(entry.type());
            }
        }
        uis.each(layout -> {
            layout.leave(entry.type());
            layout.menuChanged();
        });
        FlowCaches.forget(entry.type().getClassLoader());
        LOG.info("page {} removed", entry.path());
    }

    /** @return a new DS instance of the view, or null if the class is not a registered view */
    Object create(Class<?> type) {
        return find(type).map(this::create).orElse(null);
    }

    private Object create(Entry entry) {
        ConsoleView view = entry.instances().getService();
        if (view == null) {
            throw new IllegalStateException("page " + entry.path() + " could not be made, see its bundle's log");
        }
        ((Component) view).addDetachListener(event -> {
            event.unregisterListener();
            try {
                entry.instances().ungetService(view);
            } catch (IllegalArgumentException | IllegalStateException alreadyGone) {
                LOG.debug("page {} already released", entry.path());
            }
        });
        return view;
    }

    synchronized void connect(ApplicationRouteRegistry registry) {
        registry.setErrorNavigationTargets(Set.of(NotFoundPage.class, DeniedPage.class, FailedPage.class));
        routes = RouteConfiguration.forRegistry(registry);
        routes.setRoute("", HomeView.class, List.of(MainLayout.class));
        routes.setRoute("home", HomeView.class, List.of(MainLayout.class));
        entries.values().forEach(this::register);
    }

    synchronized void disconnect() {
        routes = null;
    }

    private synchronized void open(ServiceReference<ConsoleView> ref, Entry entry) {
        entries.put(ref, entry);
        register(entry);
    }

    private synchronized void register(Entry entry) {
        if (routes != null) {
            routes.setRoute(entry.path(), entry.type(), List.of(MainLayout.class));
            LOG.info("page {} -> {}", entry.path(), entry.type().getName());
        }
    }

    private static String text(ServiceReference<?> ref, String name, String otherwise) {
        return ref.getProperty("console." + name) instanceof String text && !text.isEmpty() ? text : otherwise;
    }
}
