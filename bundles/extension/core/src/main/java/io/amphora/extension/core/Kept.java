package io.amphora.extension.core;

import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Settings;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was switched off and stopped, kept in the database: it holds after a restart, also of a server unpacked anew. */
@Component(service = Kept.class)
public final class Kept {
    private static final String OFF = "extension.off";
    private static final String ALONG = "extension.off-with.";
    private static final String STOPPED = "extension.stopped";

    private final Settings settings;
    private final Outbox outbox;

    @Activate
    public Kept(@Reference Settings settings, @Reference Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    Set<String> off() {
        return read(OFF);
    }

    void off(Set<String> features, boolean off) {
        change(OFF, features, off);
    }

    /** Features that were on and went along when this one was switched off. */
    Set<String> along(String feature) {
        return read(ALONG + feature);
    }

    void along(String feature, Set<String> others) {
        settings.put(Settings.INSTALLATION, ALONG + feature, others.isEmpty() ? null : String.join(",", others));
    }

    /** Files in the deploy folder that somebody stopped. */
    Set<String> stopped() {
        return read(STOPPED);
    }

    void stopped(String file, boolean stopped) {
        change(STOPPED, Set.of(file), stopped);
    }

    void publish(String topic, String key, String by) {
        outbox.add("extension." + topic, key, "{\"by\":\"" + by.replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\"}");
    }

    private Set<String> read(String key) {
        Set<String> names = new TreeSet<>(Set.of(settings.get(Settings.INSTALLATION, key).orElse("").split(",")));
        names.remove("");
        return names;
    }

    private synchronized void change(String key, Set<String> names, boolean add) {
        Set<String> all = read(key);
        if (add ? all.addAll(names) : all.removeAll(names)) {
            settings.put(Settings.INSTALLATION, key, all.isEmpty() ? null : String.join(",", all));
        }
    }
}
