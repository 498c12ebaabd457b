package io.amphora.report.console;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Where pages wait for reports: a page answers at once, and shows the report when it is there. */
@Component(service = ReportThreads.class)
public final class ReportThreads implements Executor {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "amphora-report-page");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }
}
