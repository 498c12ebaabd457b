package io.amphora.customer.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.common.RecentCache;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.CustomerRemoval;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers by JPA; what orders look up is kept for moments. */
@Component(service = {Customers.class, CustomerRemoval.class})
public final class JpaCustomers implements Customers, CustomerRemoval {
    private static final int CACHED = 10_000;
    private static final int SEARCH_MAX = 50;

    private final Tx tx;
    private final Outbox outbox;
    private final Clock clock;
    private final RecentCache<Long, Facts> recent = new RecentCache<>(CACHED);

    @Activate
    public JpaCustomers(@Reference(target = "(domain=customer)") Tx tx, @Reference Outbox outbox, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Customer create(Actor by, CustomerData data) {
        by.require(EDIT);
        CustomerData checked = checked(data);
        try {
            return tx.callWithRetry(em -> insert(em, by, checked));
        } catch (PersistenceException e) {
            throw Duplicates.caused(e) ? taken(checked.number()) : e;
        }
    }

    @Override
    public void check(Actor by, CustomerData data) {
        by.require(EDIT);
        CustomerData checked = checked(data);
        tx.call(em -> {
            requireFree(em, checked.number());
            return null;
        });
    }

    private static void requireFree(EntityManager em, String number) {
        if (number != null && !CustomerFinder.byNumber(em, List.of(number)).isEmpty()) {
            throw taken(number);
        }
    }

    private Customer insert(EntityManager em, Actor by, CustomerData data) {
        requireFree(em, data.number());
        CustomerWriter writer = new CustomerWriter(em, by);
        CustomerEntity entity = writer.create(data, now());
        writer.finish();
        outbox.add("customer.created", String.valueOf(entity.id()), event(by, entity.number()).toString());
        return entity.toCustomer(data.addresses());
    }

    private static AmphoraException taken(String number) {
        return new AmphoraException.Invalid(Problem.of("number", "customer.number.taken", "there is a customer {0} already", number));
    }

    @Override
    public Customer change(Actor by, long id, long version, CustomerData data) {
        by.require(by.may(EDIT) ? EDIT : CREDIT);
        CustomerData checked = checked(data);
        try {
            return tx.callWithRetry(em -> update(em, by, id, version, checked));
        } catch (PersistenceException e) {
            throw Duplicates.caused(e) ? taken(checked.number()) : e;
        }
    }

    private Customer update(EntityManager em, Actor by, long id, long version, CustomerData data) {
        CustomerEntity entity = entity(em, id);
        if (entity.version() != version) {
            throw new AmphoraException.Stale("customer", entity.number(), version, entity.version());
        }
        Customer before = CustomerFinder.complete(em, List.of(entity)).get(0);
        CustomerData wanted = data.number() == null ? CustomerNumbers.with(data, entity.number()) : data;
        if (!wanted.number().equals(entity.number()) && !CustomerFinder.byNumber(em, List.of(wanted.number())).isEmpty()) {
            throw taken(wanted.number());
        }
        if (!by.may(EDIT) && !before.data().equals(CustomerRules.withLimit(wanted, before.creditLimit()))) {
            by.require(EDIT);
        }
        changing(List.of(id));
        CustomerWriter writer = new CustomerWriter(em, by);
        boolean changed = writer.change(entity, before, wanted);
        writer.finish();
        Customer after = entity.toCustomer(wanted.addresses());
        if (changed) {
            ArrayNode fields = CustomerChanges.fields(before.data(), after.data());
            outbox.add("customer.changed", String.valueOf(id), event(by, after.number()).set("fields", fields).toString());
        }
        return after;
    }

    private static CustomerEntity entity(EntityManager em, long id) {
        CustomerEntity entity = em.find(CustomerEntity.class, id);
        if (entity == null) {
            throw new AmphoraException.NotFound("customer", id);
        }
        return entity;
    }

    private static ObjectNode event(Actor by, String number) {
        return JsonNodeFactory.instance.objectNode().put("by", by.name()).put("number", number);
    }

    private static CustomerData checked(CustomerData data) {
        Problems problems = new Problems();
        CustomerData checked = CustomerRules.check(data, "", problems);
        problems.throwIfAny();
        return checked;
    }

    /** No finer than databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Saved saveAll(Actor by, List<CustomerData> rows) {
        by.require(EDIT);
        CustomerImport batch = CustomerImport.of(rows);
        return tx.callWithRetry(em -> {
            Saved saved = batch.save(em, by, now());
            changing(saved.ids().values());
            if (saved.created() + saved.changed() > 0) {
                outbox.add("customer.imported", "", JsonNodeFactory.instance.objectNode().put("by", by.name())
                        .put("created", saved.created()).put("changed", saved.changed()).toString());
            }
            return saved;
        });
    }

    @Override
    public Map<Long, String> removeUnchanged(Actor by, Collection<Long> ids) {
        by.require(EDIT);
        return tx.callWithRetry(em -> {
            changing(ids);
            List<Long> gone = new ArrayList<>();
            Map<Long, String> stay = CustomerDeletion.unchanged(em, ids, gone);
            if (!gone.isEmpty()) {
                outbox.add("customer.removed", "", JsonNodeFactory.instance.objectNode().put("by", by.name()).put("removed", gone.size()).toString());
            }
            return stay;
        });
    }

    @Override
    public Map<Long, String> numbers(Actor by, Collection<Long> ids) {
        by.require(READ);
        return tx.call(em -> CustomerDeletion.find(em, ids).stream().collect(Collectors.toMap(CustomerEntity::id, CustomerEntity::number)));
    }

    /** Nobody keeps an old or a never committed state of these. */
    private void changing(Collection<Long> ids) {
        ids.forEach(recent::changing);
        tx.afterCommit(() -> ids.forEach(recent::changed));
    }

    @Override
    public Customer find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> CustomerFinder.complete(em, List.of(entity(em, id))).get(0));
    }

    @Override
    public Optional<Customer> findByNumber(Actor by, String number) {
        by.require(READ);
        return number == null ? Optional.empty()
                : tx.call(em -> CustomerFinder.complete(em, CustomerFinder.byNumber(em, List.of(number))).stream().findFirst());
    }

    @Override
    public Map<String, Customer> findAll(Actor by, Collection<String> numbers) {
        by.require(READ);
        return tx.call(em -> CustomerFinder.complete(em, CustomerFinder.byNumber(em, numbers)).stream().collect(Collectors.toMap(Customer::number, c -> c)));
    }

    @Override
    public Map<String, Customer> findByEmails(Actor by, Collection<String> emails) {
        by.require(READ);
        Set<String> wanted = emails.stream().map(e -> e.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return tx.call(em -> CustomerFinder.byEmail(em, wanted));
    }

    @Override
    public Map<Long, Facts> lookup(Collection<Long> ids) {
        return recent.get(ids, missing -> tx.call(em -> {
            Map<Long, Facts> found = new HashMap<>();
            CustomerFinder.byId(em, missing).forEach((id, c) -> found.put(id, facts(c)));
            return found;
        }));
    }

    private static Facts facts(Customer c) {
        return new Facts(c.id(), c.number(), c.name(), c.country(), c.blocked(), c.addresses().isEmpty() ? Address.EMPTY : c.addresses().get(0), c.language(), c.creditLimit(), c.email(), c.phone());
    }

    @Override
    public Page<Customer> list(Actor by, CustomerFilter filter, PageRequest page) {
        by.require(READ);
        return Page.of(tx.call(em -> CustomerFinder.page(em, filter, page)), page.size(), Customer::id);
    }

    @Override
    public List<Customer> search(Actor by, String text, int limit) {
        by.require(READ);
        return tx.call(em -> CustomerFinder.suggestions(em, text, Math.max(1, Math.min(limit, SEARCH_MAX))));
    }
}
