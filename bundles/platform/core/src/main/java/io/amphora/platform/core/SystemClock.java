package io.amphora.platform.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Component;

/**
 * The time, UTC, to the microsecond: both databases keep no more, so that an instant read back equals the one written.
 */
@Component(service = Clock.class)
public final class SystemClock extends Clock {
    private final Clock system = Clock.systemUTC();

    @Override
    public Instant instant() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
