package io.amphora.fulfilment.core.ship;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an installation has set. */
@Component(service = {FulfilmentSetup.class, Setups.class})
public final class Setups implements FulfilmentSetup {
    private static final String PREFIX = "fulfilment.company-prefix";
    private static final String LATE = "fulfilment.late-days";
    private static final String POLL = "fulfilment.poll-minutes";
    private static final String THING = "fulfilment.setup";
    private static final int MOST_DAYS = 60;
    private static final int MOST_MINUTES = 1440;

    private final Tx tx;
    private final Settings settings;
    private final Outbox outbox;

    @Activate
    public Setups(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference Settings settings, @Reference Outbox outbox) {
        this.tx = tx;
        this.settings = settings;
        this.outbox = outbox;
    }

    @Override
    public Setup get(Actor by) {
        by.require(Shipments.READ);
        return now();
    }

    Setup now() {
        return new Setup(settings.get(Settings.INSTALLATION, PREFIX).filter(p -> p.matches("[0-9]{4,12}")).orElse(null), number(LATE, Setup.DEFAULT.lateDays(), MOST_DAYS),
                number(POLL, Setup.DEFAULT.pollMinutes(), MOST_MINUTES));
    }

    private int number(String key, int otherwise, int most) {
        return settings.get(Settings.INSTALLATION, key).filter(v -> v.matches("[0-9]{1,6}")).map(Integer::valueOf).filter(v -> v >= 1 && v <= most).orElse(otherwise);
    }

    @Override
    public long version(Actor by) {
        by.require(Shipments.READ);
        return tx.call(em -> Edits.version(em, THING));
    }

    @Override
    public void change(Actor by, Setup setup, long seen) {
        by.require(CONFIGURE);
        String prefix = setup.companyPrefix() == null || setup.companyPrefix().isBlank() ? null : setup.companyPrefix().strip();
        Problems problems = new Problems();
        problems.check(prefix == null || prefix.matches("[0-9]{4,12}"), "companyPrefix", "shipment.prefix", "must have 4 to 12 digits");
        problems.check(setup.lateDays() >= 1 && setup.lateDays() <= MOST_DAYS, "lateDays", "shipment.between", "must be between {0} and {1}", 1, MOST_DAYS);
        problems.check(setup.pollMinutes() >= 1 && setup.pollMinutes() <= MOST_MINUTES, "pollMinutes", "shipment.between", "must be between {0} and {1}", 1, MOST_MINUTES);
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, THING, "fulfilment settings", seen, by.name());
            settings.put(Settings.INSTALLATION, PREFIX, prefix);
            settings.put(Settings.INSTALLATION, LATE, Integer.toString(setup.lateDays()));
            settings.put(Settings.INSTALLATION, POLL, Integer.toString(setup.pollMinutes()));
            outbox.add("fulfilment.configured", "setup", JsonNodeFactory.instance.objectNode().put("by", by.name()).put("companyPrefix", prefix).put("lateDays", setup.lateDays())
                    .put("pollMinutes", setup.pollMinutes()).toString());
            return null;
        });
    }
}
