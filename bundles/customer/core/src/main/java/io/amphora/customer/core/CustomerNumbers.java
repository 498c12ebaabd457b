package io.amphora.customer.core;

import io.amphora.customer.api.CustomerData;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;

/** Gives numbers to customers that bring none: C10001, C10002 … */
final class CustomerNumbers {
    private static final long FIRST = 10_000;

    private CustomerNumbers() {
    }

    /** @param id of the customer, which is not written yet; so two nodes never give the same */
    static String give(EntityManager em, long id) {
        em.setFlushMode(FlushModeType.COMMIT);
        try {
            return free(em, "C" + (FIRST + id));
        } finally {
            em.setFlushMode(FlushModeType.AUTO);
        }
    }

    private static String free(EntityManager em, String number) {
        String free = number;
        // files may have brought numbers of this form
        for (int i = 2; !CustomerFinder.byNumber(em, List.of(free)).isEmpty(); i++) {
            free = number + "-" + i;
        }
        return free;
    }

    static CustomerData with(CustomerData data, String number) {
        return new CustomerData(number, data.name(), data.email(), data.phone(), data.country(), data.blocked(), data.note(), data.addresses(), data.language(), data.creditLimit());
    }
}
