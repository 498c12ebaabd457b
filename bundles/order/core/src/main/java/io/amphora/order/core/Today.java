package io.amphora.order.core;

import io.amphora.platform.api.Settings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which day it is where the installation is. */
@Component(service = Today.class)
public final class Today {
    private static final String ZONE = "installation.time-zone";

    private final Settings settings;
    private final Clock clock;

    @Activate
    public Today(@Reference Settings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate now() {
        return at(clock.instant());
    }

    /** Which day it was there then. */
    public LocalDate at(Instant then) {
        return LocalDate.ofInstant(then, zone());
    }

    private ZoneId zone() {
        try {
            return settings.get(Settings.INSTALLATION, ZONE).map(String::strip).filter(s -> !s.isEmpty()).map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // documents and mails say so; UTC is what they take, too
            return ZoneOffset.UTC;
        }
    }
}
