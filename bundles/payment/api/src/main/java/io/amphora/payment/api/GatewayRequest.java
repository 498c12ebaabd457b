package io.amphora.payment.api;

import io.amphora.common.Money;
import java.util.Objects;

/**
 * What a gateway is asked.
 *
 * @param key         idempotency key: the same for every attempt of one step, never for another
 * @param orderNumber for the customer's statement
 * @param amount      in whole minor units, above zero
 * @param reference   what the gateway answered before, null for an authorisation
 * @param reason      of the person who asked, may be null
 */
public record GatewayRequest(String key, long paymentId, String orderNumber, Money amount, String reference, String reason) {
    public GatewayRequest {
        Objects.requireNonNull(key);
        Objects.requireNonNull(amount);
    }
}
