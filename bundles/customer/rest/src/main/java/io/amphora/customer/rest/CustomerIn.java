package io.amphora.customer.rest;

import io.amphora.customer.api.CustomerData;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * A customer as it comes in.
 *
 * @param language BCP 47, in which documents go to the customer; absent means the installation's
 * @param creditLimit of its open orders in one currency; absent means the limit of the installation
 * @param number given by the system if absent
 */
public record CustomerIn(@Size(max = 40) String number, @NotBlank @Size(max = 200) String name, @Email @Size(max = 200) String email, @Size(max = 60) String phone,
                         @Size(max = 100) String country, Boolean blocked, @Size(max = 2000) String note, List<AddressJson> addresses,
                         @Size(max = 20) String language, @DecimalMin("0") BigDecimal creditLimit) {
    CustomerData toData() {
        return new CustomerData(number, name, email, phone, country, blocked != null && blocked, note,
                addresses == null ? List.of() : addresses.stream().map(AddressJson::toAddress).toList(), language, creditLimit);
    }
}
