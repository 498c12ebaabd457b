package io.amphora.payment.core;

import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of payments that they are overdue, once for each order and date. Nobody asks for this component, so it starts by itself. */
@Component(service = OverdueSweeper.class, immediate = true)
public final class OverdueSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueSweeper.class);
    private static final int BATCH = 100;

    private final Tx tx;
    private final PaymentLog log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "payment-overdue");
        t.setDaemon(true);
        return t;
    });

    @Activate
    public OverdueSweeper(@Reference(target = "(domain=payment)") Tx tx, @Reference PaymentLog log) {
        this.tx = tx;
        this.log = log;
        thread.scheduleWithFixedDelay(this::sweep, 2, 30, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        thread.shutdown();
    }

    private void sweep() {
        try {
            int told = BATCH;
            while (told == BATCH) {
                told = tell(Accounts.today());
            }
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) { // another node says it
                LOG.warn("overdue payments cannot be looked for now, it is tried again", e);
            }
        }
    }

    /** @return how many, at most {@link #BATCH} */
    int tell(LocalDate today) {
        return tx.callWithRetry(em -> {
            List<PaymentRows.Overdue> found = PaymentRows.overdueUntold(em, today, BATCH);
            for (PaymentRows.Overdue o : found) {
                PaymentRows.overdueTold(em, o, Accounts.now());
                log.overdue(o);
            }
            return found.size();
        });
    }
}
