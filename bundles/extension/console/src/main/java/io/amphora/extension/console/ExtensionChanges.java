package io.amphora.extension.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.amphora.extension.api.ExtensionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on to open pages that bundles changed. Needs nothing itself: it is needed by who tells of changes. */
@org.osgi.service.component.annotations.Component(service = {ExtensionListener.class, ExtensionChanges.class})
public final class ExtensionChanges implements ExtensionListener {
    private final List<Runnable> interested = new CopyOnWriteArrayList<>();

    @Override
    public void extensionsChanged() {
        interested.forEach(Runnable::run);
    }

    /** Calls back on the UI thread of a page while it is attached. */
    void follow(Component page, Runnable changed) {
        page.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable push = () -> ui.access(changed::run);
            interested.add(push);
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                interested.remove(push);
            });
        });
    }
}
