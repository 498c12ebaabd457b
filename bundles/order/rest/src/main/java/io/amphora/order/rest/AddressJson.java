package io.amphora.order.rest;

import io.amphora.customer.api.Address;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where goods go. */
public record AddressJson(String recipient, String street, String city, String region, String postalCode, @Schema(description = "as written: a code or a name") String country) {
    static AddressJson of(Address a) {
        return a == null || a.equals(Address.EMPTY) ? null : new AddressJson(a.recipient(), a.street(), a.city(), a.region(), a.postalCode(), a.country());
    }

    Address toAddress() {
        return new Address(recipient, street, city, region, postalCode, country);
    }
}
