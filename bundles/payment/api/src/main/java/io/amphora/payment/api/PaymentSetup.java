package io.amphora.payment.api;

import io.amphora.common.Actor;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How payments are set up. Reading needs {@code payment.read}, changing {@code payment.configure}. Thread-safe. */
@ProviderType
public interface PaymentSetup {
    String CONFIGURE = "payment.configure";

    /**
     * The terms of new orders.
     *
     * @param usual     where nothing else is said
     * @param byChannel by id of the sales channel
     */
    record Terms(PaymentTerms usual, Map<String, PaymentTerms> byChannel) {
        public Terms {
            byChannel = byChannel == null ? Map.of() : Map.copyOf(byChannel);
        }
    }

    Terms terms(Actor by);

    /** The version of it, for {@link #change}; read it first. */
    long version(Actor by);

    /** Orders that are there keep theirs. @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    Terms change(Actor by, Terms terms, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default Terms change(Actor by, Terms terms) {
        return change(by, terms, -1);
    }
}
