package io.amphora.customer.core;

import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of customers that go, with their addresses and the terms that they are found by. */
final class CustomerDeletion {
    private CustomerDeletion() {
    }

    static List<CustomerEntity> find(EntityManager em, Collection<Long> ids) {
        List<CustomerEntity> found = new ArrayList<>();
        List<Long> list = List.copyOf(ids);
        for (int from = 0; from < list.size(); from += Sql.MAX_IN) {
            found.addAll(em.createQuery("select c from CustomerEntity c where c.id in :ids", CustomerEntity.class)
                    .setParameter("ids", new ArrayList<>(list.subList(from, Math.min(from + Sql.MAX_IN, list.size())))).getResultList());
        }
        return found;
    }

    /** @param gone filled with the ids that went @return id to number of those that were changed since they were made */
    static Map<Long, String> unchanged(EntityManager em, Collection<Long> ids, Collection<Long> gone) {
        Map<Long, String> stay = new HashMap<>();
        for (CustomerEntity customer : find(em, ids)) {
            if (customer.version() > 1) {
                stay.put(customer.id(), customer.number());
            } else {
                gone.add(customer.id());
                em.remove(customer);
            }
        }
        List<Object[]> keys = gone.stream().map(id -> new Object[] {id}).toList();
        Sql.batch(em, "delete from customer_term where customer_id = ?", keys);
        Sql.batch(em, "delete from customer_address where customer_id = ?", keys);
        em.flush();
        return stay;
    }
}
