package io.amphora.console.api;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: menu entries beside those of {@link ConsoleView}s, which come and go while the server runs: one per
 * report template, say. Each leads to a page that a view serves. Thread-safe.
 */
@ConsumerType
public interface ConsoleMenu {
    /**
     * @param path       below {@code /console/}, with URL parameters: {@code report/top-products}
     * @param title      already in the language asked for
     * @param group      see {@link MenuGroup}
     * @param order      smaller is higher within the group
     * @param permission who lacks it does not see the entry; empty: every signed-in user
     */
    record Entry(String path, String title, String icon, String group, int order, String permission) {
    }

    /** The entries there are now. Called on UI threads: answer at once. */
    List<Entry> entries(Locale locale);

    /**
     * Tells whom to call, on any thread, after the entries have changed: all open browsers then show the new ones.
     *
     * @param changed null when nobody listens any more
     */
    void onChange(Runnable changed);
}
