package io.amphora.customer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerInTest {
    @Test
    void whatComesInGoesOut() {
        CustomerIn in = new CustomerIn("K1", "Anna", "a@b", "1", "Sweden", true, "note", List.of(new AddressJson("r", "s", "c", "g", "p", "Sweden")), "sv", new java.math.BigDecimal("500"));

        CustomerData data = in.toData();
        CustomerJson out = CustomerJson.of(new Customer(1, data.number(), data.name(), data.email(), data.phone(), data.country(), data.blocked(), data.note(),
                data.addresses(), Instant.EPOCH, 2, data.language(), data.creditLimit()));

        assertThat(data.addresses()).containsExactly(new Address("r", "s", "c", "g", "p", "Sweden"));
        assertThat(out).isEqualTo(new CustomerJson(1, "K1", "Anna", "a@b", "1", "Sweden", true, "note", in.addresses(), Instant.EPOCH, 2, "sv", new java.math.BigDecimal("500")));
    }

    @Test
    void whatIsAbsentIsNotBlockedAndHasNoAddress() {
        CustomerData data = new CustomerIn(null, "Anna", null, null, null, null, null, null, null, null).toData();

        assertThat(data.blocked()).isFalse();
        assertThat(data.addresses()).isEmpty();
    }
}
