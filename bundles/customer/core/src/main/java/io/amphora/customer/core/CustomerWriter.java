package io.amphora.customer.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes customers with what belongs to them: rows at once, addresses and search terms in batches at {@link #finish}. */
final class CustomerWriter {
    private final EntityManager em;
    private final Actor by;
    private final Map<Long, CustomerData> created = new HashMap<>();
    private final Map<Long, CustomerData> renamed = new HashMap<>();
    private final Map<Long, CustomerData> moved = new HashMap<>();

    CustomerWriter(EntityManager em, Actor by) {
        this.em = em;
        this.by = by;
    }

    CustomerEntity create(CustomerData wanted, Instant now) {
        requireCredit(wanted.creditLimit() != null);
        CustomerEntity entity = new CustomerEntity(wanted, now);
        em.persist(entity);
        long id = entity.id();
        CustomerData data = wanted.number() == null ? CustomerNumbers.with(wanted, CustomerNumbers.give(em, id)) : wanted;
        entity.set(data);
        created.put(id, data);
        return entity;
    }

    /** @return whether anything is different now */
    boolean change(CustomerEntity entity, Customer before, CustomerData data) {
        requireCredit(!Objects.equals(before.creditLimit(), data.creditLimit()));
        entity.set(data);
        if (!CustomerTerms.of(before.data()).equals(CustomerTerms.of(data))) {
            renamed.put(entity.id(), data);
        }
        if (!before.addresses().equals(data.addresses())) {
            moved.put(entity.id(), data);
        }
        return !before.data().equals(data);
    }

    /** Who may change customers may not lend them money for that reason. */
    private void requireCredit(boolean changed) {
        if (changed) {
            by.require(Customers.CREDIT);
        }
    }

    void finish() {
        Sql.batch(em, "delete from customer_address where customer_id = ?", moved.keySet().stream().map(id -> new Object[] {id}).toList());
        // addresses refer to rows of customers
        em.flush();
        created.forEach(this::addAddresses);
        moved.forEach(this::addAddresses);
        // an address that changed is a change of the customer, whose version must tell
        moved.keySet().forEach(id -> em.lock(em.find(CustomerEntity.class, id), LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        em.flush();
        CustomerTerms.save(em, created, renamed);
    }

    private void addAddresses(long id, CustomerData data) {
        List<Address> addresses = data.addresses();
        for (int i = 0; i < addresses.size(); i++) {
            em.persist(new AddressEntity(id, i, addresses.get(i)));
        }
    }
}
