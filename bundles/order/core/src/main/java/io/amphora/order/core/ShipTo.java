package io.amphora.order.core;

import io.amphora.customer.api.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The address of an order, as columns. */
@Embeddable
public class ShipTo {
    @Column(name = "ship_recipient")
    private String recipient;
    @Column(name = "ship_street")
    private String street;
    @Column(name = "ship_city")
    private String city;
    @Column(name = "ship_region")
    private String region;
    @Column(name = "ship_postal_code")
    private String postalCode;
    @Column(name = "country")
    private String country;

    protected ShipTo() {
    }

    ShipTo(Address a) {
        recipient = a.recipient();
        street = a.street();
        city = a.city();
        region = a.region();
        postalCode = a.postalCode();
        country = a.country();
    }

    Address toAddress() {
        return new Address(recipient, street, city, region, postalCode, country);
    }
}
