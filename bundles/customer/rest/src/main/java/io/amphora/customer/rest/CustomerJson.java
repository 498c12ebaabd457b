package io.amphora.customer.rest;

import io.amphora.customer.api.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A customer as it is shown; goods go to the first address. */
public record CustomerJson(long id, String number, String name, String email, String phone, String country, boolean blocked, String note, List<AddressJson> addresses,
                           Instant createdAt, long version, String language, BigDecimal creditLimit) {
    static CustomerJson of(Customer c) {
        return new CustomerJson(c.id(), c.number(), c.name(), c.email(), c.phone(), c.country(), c.blocked(), c.note(), c.addresses().stream().map(AddressJson::of).toList(),
                c.createdAt(), c.version(), c.language(), c.creditLimit());
    }
}
