package io.amphora.payment.core;

import io.amphora.payment.api.PaymentTerms;
import io.amphora.platform.api.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The usual terms in memory, as every order that is placed asks for them: a change on another node is seen after seconds. */
@Component(service = UsualTerms.class)
public final class UsualTerms {
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(3);

    private record Read(PaymentTerms usual, Map<String, PaymentTerms> byChannel, long at) {
    }

    private final Settings settings;
    private final LongSupplier nanos;
    private volatile Read last;

    @Activate
    public UsualTerms(@Reference Settings settings) {
        this(settings, System::nanoTime);
    }

    UsualTerms(Settings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    PaymentTerms of(String channel) {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = read(now);
            last = r;
        }
        return r.byChannel().getOrDefault(channel, r.usual());
    }

    /** They were changed here. */
    void forget() {
        last = null;
    }

    private Read read(long now) {
        Map<String, PaymentTerms> byChannel = new TreeMap<>();
        settings.get(Settings.INSTALLATION, TermsStore.CHANNELS).stream().flatMap(String::lines).filter(c -> !c.isBlank()).forEach(c -> get(Accounts.TERMS + "." + c).ifPresent(t -> byChannel.put(c, t)));
        return new Read(get(Accounts.TERMS).orElse(PaymentTerms.NET_14), byChannel, now);
    }

    private Optional<PaymentTerms> get(String key) {
        return settings.get(Settings.INSTALLATION, key).flatMap(v -> Arrays.stream(PaymentTerms.values()).filter(t -> t.name().equals(v.strip())).findFirst());
    }
}
