package io.amphora.customer.api;

import java.util.List;

/**
 * A customer as entered. Fields as in {@link Customer}.
 *
 * @param number null lets the system give one
 * @param name   1 to 200 characters
 */
public record CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses,
                           String language) {
    public CustomerData {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    /** A customer without a language of its own. */
    public CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses) {
        this(number, name, email, phone, country, blocked, note, addresses, null);
    }
}
