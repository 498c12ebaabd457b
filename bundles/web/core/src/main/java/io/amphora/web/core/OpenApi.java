package io.amphora.web.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** The OpenAPI document of what is there now: the documents that active bundles carry in {@code openapi/openapi.json}, made at build time. */
@Component(service = OpenApi.class)
public final class OpenApi implements BundleTrackerCustomizer<ObjectNode> {
    private final BundleTracker<ObjectNode> tracker;
    private volatile Ready ready;

    private record Ready(Set<String> open, byte[] document) {
    }

    @Activate
    public OpenApi(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** @param open operations that want no token, see {@link PublicOperations} */
    byte[] document(Set<String> open) {
        Ready last = ready;
        if (last == null || !last.open().equals(open)) {
            last = new Ready(open, write(open));
            ready = last;
        }
        return last.document();
    }

    private byte[] write(Set<String> open) {
        Map<String, ObjectNode> parts = new TreeMap<>();
        tracker.getTracked().forEach((bundle, part) -> parts.put(bundle.getSymbolicName(), part));
        try {
            return Json.MAPPER.writeValueAsBytes(new OpenApiMerge(open).of(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ObjectNode addingBundle(Bundle bundle, BundleEvent event) {
        URL part = bundle.getEntry("openapi/openapi.json");
        return part == null ? null : read(part).map(read -> {
            ready = null;
            return read;
        }).orElse(null);
    }

    private static Optional<ObjectNode> read(URL url) {
        try (var in = url.openStream()) {
            JsonNode node = Json.MAPPER.readTree(in);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ObjectNode part) {
        // stays active
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ObjectNode part) {
        ready = null;
    }
}
