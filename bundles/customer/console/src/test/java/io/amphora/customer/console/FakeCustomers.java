package io.amphora.customer.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in memory. */
final class FakeCustomers implements Customers {
    final List<Customer> all = new ArrayList<>(List.of(new Customer(1, "K1", "Anna", "anna@example.com", null, "Sweden", false, null,
            List.of(new Address("Anna", "Storgatan 9", "Uppsala", null, "753 31", "Sweden")), Instant.EPOCH, 1)));

    private static Customer of(long id, long version, CustomerData d) {
        return new Customer(id, d.number(), d.name(), d.email(), d.phone(), d.country(), d.blocked(), d.note(), d.addresses(), Instant.EPOCH, version, d.language());
    }

    @Override
    public Customer create(Actor by, CustomerData data) {
        Problems problems = new Problems();
        problems.text("name", data.name(), 200);
        problems.check(data.email().isEmpty() || data.email().contains("@"), "email", "customer.email", "is no e-mail address");
        problems.throwIfAny();
        all.add(of(all.size() + 1, 1, data));
        return all.get(all.size() - 1);
    }

    @Override
    public void check(Actor by, CustomerData data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer change(Actor by, long id, long version, CustomerData data) {
        all.set((int) id - 1, of(id, version + 1, data));
        return find(by, id);
    }

    @Override
    public Saved saveAll(Actor by, List<CustomerData> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer find(Actor by, long id) {
        return all.stream().filter(c -> c.id() == id).findFirst().orElseThrow(() -> new AmphoraException.NotFound("customer", id));
    }

    @Override
    public Optional<Customer> findByNumber(Actor by, String number) {
        return Optional.empty();
    }

    @Override
    public Map<String, Customer> findAll(Actor by, Collection<String> numbers) {
        return Map.of();
    }

    @Override
    public Map<String, Customer> findByEmails(Actor by, Collection<String> emails) {
        return Map.of();
    }

    @Override
    public Map<Long, Facts> lookup(Collection<Long> ids) {
        return Map.of();
    }

    @Override
    public io.amphora.common.Page<Customer> list(Actor by, CustomerFilter filter, PageRequest page) {
        return new io.amphora.common.Page<>(all, null);
    }

    @Override
    public List<Customer> search(Actor by, String text, int limit) {
        return all;
    }
}
