package io.amphora.customer.core;

import io.amphora.customer.api.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An address of a customer as a row. Written once: a changed list of addresses is written anew. */
@Entity
@Table(name = "customer_address")
public class AddressEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_customer_address")
    @SequenceGenerator(name = "s_customer_address", sequenceName = "s_customer_address", allocationSize = 500)
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    private int pos;
    private String recipient;
    private String street;
    private String city;
    private String region;
    @Column(name = "postal_code")
    private String postalCode;
    private String country;
    @Version
    private long version;

    protected AddressEntity() {
    }

    AddressEntity(long customerId, int pos, Address a) {
        this.customerId = customerId;
        this.pos = pos;
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

    long customerId() {
        return customerId;
    }
}
