package io.amphora.extension.console;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Where switching is waited for: it takes seconds, and may take the page itself away. */
@Component(service = ExtensionThreads.class)
public final class ExtensionThreads implements Executor {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "amphora-extension-page");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Deactivate
    void stop() {
        threads.shutdown();
    }
}
