package io.amphora.customer.rest;

import io.amphora.customer.api.Address;

/** Where something is sent. */
public record AddressJson(String recipient, String street, String city, String region, String postalCode, String country) {
    static AddressJson of(Address a) {
        return new AddressJson(a.recipient(), a.street(), a.city(), a.region(), a.postalCode(), a.country());
    }

    Address toAddress() {
        return new Address(recipient, street, city, region, postalCode, country);
    }
}
