package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.ShippingDesk.Offer;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What one carrier would bring a shipment for; {@code problem} says why it offers nothing. */
public record OfferJson(String carrier, String carrierTitle, String service, String serviceTitle, BigDecimal price, String currency, LocalDate expectedOn, String problem) {
    static OfferJson of(Offer o) {
        CarrierRate r = o.rate();
        return r == null ? new OfferJson(o.carrierId(), o.carrier(), null, null, null, null, null, o.problem() == null ? null : o.problem().message())
                : new OfferJson(o.carrierId(), o.carrier(), r.service(), r.title(), r.price() == null ? null : Decimals.plain(r.price().amount()),
                        r.price() == null ? null : r.price().currency().getCurrencyCode(), r.expectedOn(), null);
    }
}
