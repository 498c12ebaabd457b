package io.amphora.customer.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers.Saved;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many customers at once: read in few queries, written in batches. Of rows with the same number the last one counts. */
final class CustomerImport {
    private final Map<String, CustomerData> rows = new LinkedHashMap<>();

    private CustomerImport() {
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all problems of all rows */
    static CustomerImport of(List<CustomerData> data) {
        CustomerImport batch = new CustomerImport();
        Problems problems = new Problems();
        for (int i = 0; i < data.size(); i++) {
            String field = "[" + i + "].";
            CustomerData checked = CustomerRules.check(data.get(i), field, problems);
            problems.check(checked.number() != null, field + "number", "required", "must not be empty");
            batch.rows.put(checked.number(), checked);
        }
        problems.throwIfAny();
        return batch;
    }

    Saved save(EntityManager em, Actor by, Instant now) {
        List<CustomerEntity> entities = CustomerFinder.byNumber(em, rows.keySet());
        List<Customer> customers = CustomerFinder.complete(em, entities);
        CustomerWriter writer = new CustomerWriter(em, by);
        Map<String, Long> ids = new HashMap<>();
        int changed = 0;
        for (int i = 0; i < entities.size(); i++) {
            CustomerEntity entity = entities.get(i);
            ids.put(entity.number(), entity.id());
            changed += writer.change(entity, customers.get(i), rows.get(entity.number())) ? 1 : 0;
        }
        rows.forEach((number, data) -> ids.computeIfAbsent(number, n -> writer.create(data, now).id()));
        writer.finish();
        int created = rows.size() - entities.size();
        return new Saved(created, changed, entities.size() - changed, ids);
    }
}
