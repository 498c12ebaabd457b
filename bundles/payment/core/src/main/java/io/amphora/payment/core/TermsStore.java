package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The usual terms, as settings of the installation. */
@Component
public final class TermsStore implements PaymentSetup {
    /** Which channels have terms of their own. */
    static final String CHANNELS = "payment.terms-channels";
    private static final int CHANNEL = 60;
    private static final int MOST = 100;

    private final Settings settings;
    private final Tx tx;
    private final PaymentLog log;
    private final UsualTerms usual;

    @Activate
    public TermsStore(@Reference Settings settings, @Reference(target = "(domain=payment)") Tx tx, @Reference PaymentLog log, @Reference UsualTerms usual) {
        this.settings = settings;
        this.tx = tx;
        this.log = log;
        this.usual = usual;
    }

    @Override
    public Terms terms(Actor by) {
        by.require(Payments.READ);
        Map<String, PaymentTerms> byChannel = new TreeMap<>();
        channels().forEach(c -> get(Accounts.TERMS + "." + c).ifPresent(t -> byChannel.put(c, t)));
        return new Terms(get(Accounts.TERMS).orElse(PaymentTerms.NET_14), byChannel);
    }

    private List<String> channels() {
        return settings.get(Settings.INSTALLATION, CHANNELS).map(v -> Arrays.stream(v.split("\n")).filter(c -> !c.isBlank()).toList()).orElse(List.of());
    }

    private Optional<PaymentTerms> get(String key) {
        return settings.get(Settings.INSTALLATION, key).flatMap(v -> Arrays.stream(PaymentTerms.values()).filter(t -> t.name().equals(v.strip())).findFirst());
    }

    @Override
    public long version(Actor by) {
        by.require(Payments.READ);
        return tx.call(em -> Edits.version(em, Accounts.TERMS));
    }

    @Override
    public Terms change(Actor by, Terms terms, long seen) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        problems.check(terms.usual() != null, "usual", "required", "must not be empty");
        problems.check(terms.byChannel().size() <= MOST, "byChannel", "payment.too-many-channels", "at most {0} are possible", MOST);
        terms.byChannel().keySet().forEach(c -> problems.text("byChannel", c, CHANNEL));
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, Accounts.TERMS, "payment terms", seen, by.name());
            channels().forEach(c -> settings.put(Settings.INSTALLATION, Accounts.TERMS + "." + c, null));
            settings.put(Settings.INSTALLATION, Accounts.TERMS, terms.usual().name());
            terms.byChannel().forEach((c, t) -> settings.put(Settings.INSTALLATION, Accounts.TERMS + "." + c, t.name()));
            settings.put(Settings.INSTALLATION, CHANNELS, terms.byChannel().isEmpty() ? null : String.join("\n", new TreeSet<>(terms.byChannel().keySet())));
            log.setUp(terms.toString(), by.name());
            tx.afterCommit(usual::forget);
            return null;
        });
        return terms;
    }
}
