package io.amphora.returns.core;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds for settlements that a crash or a silent gateway left open. Nobody asks for this component, so it starts by itself. */
@Component(service = StepSweeper.class, immediate = true)
public final class StepSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(StepSweeper.class);
    private static final long SECONDS = 5;
    private static final int BATCH = 50;

    private final DoSteps steps;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "return-steps");
        t.setDaemon(true);
        return t;
    });

    @Activate
    public StepSweeper(@Reference DoSteps steps) {
        this.steps = steps;
        thread.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdown();
    }

    private void sweep() {
        try {
            steps.sweep(ReturnLog.now(), BATCH);
        } catch (RuntimeException e) {
            LOG.warn("open settlements of returns cannot go on now, it is tried again", e);
        }
    }
}
