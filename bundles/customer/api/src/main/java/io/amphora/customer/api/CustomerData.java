package io.amphora.customer.api;

import java.util.List;

/**
 * A customer as entered. Fields as in {@link Customer}.
 *
 * @param number null lets the system give one
 * @param name   1 to 200 characters
 */
public record CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses) {
    public CustomerData {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }
}
