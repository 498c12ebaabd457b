package io.amphora.customer.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Who buys.
 *
 * @param number    the number people and files know it by; unique
 * @param blocked   orders of it go to review
 * @param language  BCP 47 ({@code zh-CN}) in which documents and messages go to it; null: the installation's
 * @param creditLimit what its open orders may come to in one currency before a person looks; null: the installation's limit
 * @param addresses the first one is where goods go unless an order says otherwise
 */
public record Customer(long id, String number, String name, String email, String phone, String country, boolean blocked, String note,
                       List<Address> addresses, Instant createdAt, long version, String language, BigDecimal creditLimit) {
    public Customer {
        addresses = List.copyOf(addresses);
    }

    /** A customer without a credit limit of its own. */
    public Customer(long id, String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses, Instant createdAt,
                    long version, String language) {
        this(id, number, name, email, phone, country, blocked, note, addresses, createdAt, version, language, null);
    }

    /** A customer without a language of its own. */
    public Customer(long id, String number, String name, String email, String phone, String country, boolean blocked, String note, List<Address> addresses, Instant createdAt,
                    long version) {
        this(id, number, name, email, phone, country, blocked, note, addresses, createdAt, version, null);
    }

    public CustomerData data() {
        return new CustomerData(number, name, email, phone, country, blocked, note, addresses, language, creditLimit);
    }
}
