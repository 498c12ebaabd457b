package io.amphora.customer.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * A customer as entered. Fields as in {@link Customer}.
 *
 * @param number null lets the system give one
 * @param name   1 to 200 characters
 * @param creditLimit not negative, at most four decimals; null for none of its own
 */
public record CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses,
                           String language, BigDecimal creditLimit) {
    public CustomerData {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    /** A customer without a credit limit of its own. */
    public CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses, String language) {
        this(number, name, email, phone, country, blocked, note, addresses, language, null);
    }

    /** The same, blocked or not. */
    public CustomerData withBlocked(boolean now) {
        return new CustomerData(number, name, email, phone, country, now, note, addresses, language, creditLimit);
    }

    /** A customer without a language of its own. */
    public CustomerData(String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses) {
        this(number, name, email, phone, country, blocked, note, addresses, null);
    }
}
