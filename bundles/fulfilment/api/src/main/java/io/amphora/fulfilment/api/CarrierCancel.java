package io.amphora.fulfilment.api;

import java.util.List;
import java.util.Objects;

/**
 * Labels to take back.
 *
 * @param key       idempotency key: the same for every attempt
 * @param reference as the carrier gave it, may be null
 */
public record CarrierCancel(String key, String reference, List<String> trackingNumbers) {
    public CarrierCancel {
        Objects.requireNonNull(key);
        trackingNumbers = List.copyOf(trackingNumbers);
    }
}
