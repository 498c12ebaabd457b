package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** What an installation may set for fulfilment. Reading needs {@code order.read}, changing {@link #CONFIGURE}. Publishes {@code fulfilment.configured}. Thread-safe. */
@ProviderType
public interface FulfilmentSetup {
    String CONFIGURE = "order.configure";

    Setup get(Actor by);

    /** The version of it, for {@link #change}; read it first. */
    long version(Actor by);

    /** @throws io.amphora.common.AmphoraException.Invalid naming all unusable values @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    void change(Actor by, Setup setup, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void change(Actor by, Setup setup) {
        change(by, setup, -1);
    }

    /**
     * @param companyPrefix GS1 company prefix, 4 to 12 digits, for SSCCs; null: parcels get none
     * @param lateDays      a shipment that nothing was heard of for so many days is late, 1 to 60
     * @param pollMinutes   how often carriers are asked about parcels on their way, 1 to 1440
     */
    record Setup(String companyPrefix, int lateDays, int pollMinutes) {
        public static final Setup DEFAULT = new Setup(null, 5, 30);
    }
}
