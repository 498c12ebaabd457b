package io.amphora.order.core;

import io.amphora.common.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Ends quotations whose last day is over. Several nodes may do so at once: who comes second finds it changed. */
@Component(service = ExpireQuotations.class, immediate = true) // works by itself, nobody refers to it
public final class ExpireQuotations {
    static final Actor BY = Actor.system("quotations");
    private static final long PAUSE = 60;

    private final Clockwork clockwork;

    @Activate
    public ExpireQuotations(@Reference QuotationsService quotations) {
        clockwork = new Clockwork("amphora-quotations", PAUSE, quotations::expire);
    }

    @Deactivate
    void stop() {
        clockwork.stop();
    }
}
