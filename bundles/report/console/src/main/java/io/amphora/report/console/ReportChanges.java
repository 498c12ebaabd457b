package io.amphora.report.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.amphora.report.api.ReportListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on that reports came or went. Needs nothing itself: who hears of templates must not wait for who lists them. */
@org.osgi.service.component.annotations.Component(service = {ReportListener.class, ReportChanges.class})
public final class ReportChanges implements ReportListener {
    private final List<Runnable> interested = new CopyOnWriteArrayList<>();

    @Override
    public void reportsChanged() {
        interested.forEach(Runnable::run);
    }

    void add(Runnable changed) {
        interested.add(changed);
    }

    void remove(Runnable changed) {
        interested.remove(changed);
    }

    /** Calls back on the UI thread of a page while it is attached. */
    void follow(Component page, Runnable changed) {
        page.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable push = () -> ui.access(changed::run);
            add(push);
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                remove(push);
            });
        });
    }
}
