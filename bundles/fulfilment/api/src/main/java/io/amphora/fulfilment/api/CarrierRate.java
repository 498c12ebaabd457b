package io.amphora.fulfilment.api;

import io.amphora.common.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One service of a carrier for one shipment.
 *
 * @param service    its id with the carrier, at most 60 characters
 * @param title      for people
 * @param price      null if the carrier names none
 * @param expectedOn when it would arrive, null if unknown
 */
public record CarrierRate(String service, String title, Money price, LocalDate expectedOn) {
    public CarrierRate {
        Objects.requireNonNull(service);
        Objects.requireNonNull(title);
    }
}
