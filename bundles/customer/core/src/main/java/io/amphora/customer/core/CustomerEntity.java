package io.amphora.customer.core;

import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A customer as a row; its addresses are rows of their own. */
@Entity
@Table(name = "customer")
public class CustomerEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_customer")
    @SequenceGenerator(name = "s_customer", sequenceName = "s_customer", allocationSize = 500)
    private Long id;
    @Column(name = "customer_number")
    private String number;
    private String name;
    private String email;
    @Column(name = "email_lower")
    private String emailLower;
    private String phone;
    private String country;
    private boolean blocked;
    private String note;
    @Column(name = "language_tag")
    private String language;
    @Column(name = "credit_limit")
    private BigDecimal creditLimit;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    private long version;

    protected CustomerEntity() {
    }

    /** @param data checked and tidied by {@link CustomerRules} */
    CustomerEntity(CustomerData data, Instant createdAt) {
        this.createdAt = createdAt;
        set(data);
    }

    final void set(CustomerData data) {
        number = data.number();
        name = data.name();
        email = data.email();
        emailLower = email == null ? null : email.toLowerCase(Locale.ROOT);
        phone = data.phone();
        country = data.country();
        blocked = data.blocked();
        note = data.note();
        language = data.language();
        if (creditLimit == null || data.creditLimit() == null || creditLimit.compareTo(data.creditLimit()) != 0) {
            creditLimit = data.creditLimit();
        }
    }

    Customer toCustomer(List<Address> addresses) {
        return new Customer(id, number, name, email, phone, country, blocked, note, addresses, createdAt, version, language, CustomerRules.plain(creditLimit));
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    long version() {
        return version;
    }
}
