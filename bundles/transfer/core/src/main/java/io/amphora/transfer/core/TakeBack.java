package io.amphora.transfer.core;

import io.amphora.catalog.api.ProductRemoval;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.customer.api.CustomerRemoval;
import io.amphora.order.api.HistoricOrders;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.Usage;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Takes an import back in steps of their own transactions: first its orders that nothing names, then the products and customers that it made, as far as nothing names
 * them since and nobody changed them. After a crash the rest goes.
 */
@Component(service = TakeBack.class)
public final class TakeBack {
    private static final int STEP = 200;

    private final Tx tx;
    private final HistoricOrders orders;
    private final ProductRemoval products;
    private final CustomerRemoval customers;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Usage> usages = List.of();

    @Activate
    public TakeBack(@Reference(target = "(domain=transfer)") Tx tx, @Reference HistoricOrders orders, @Reference ProductRemoval products, @Reference CustomerRemoval customers) {
        this.tx = tx;
        this.orders = orders;
        this.products = products;
        this.customers = customers;
    }

    TakeBack(Tx tx, HistoricOrders orders, ProductRemoval products, CustomerRemoval customers, List<Usage> usages) {
        this(tx, orders, products, customers);
        this.usages = usages;
    }

    /** @return what stays, and why */
    List<Problem> run(JobContext job, long id) {
        Stays stays = new Stays();
        orders.takeBack(job.actor(), id).stay().forEach((who, numbers) -> stays.add(Usage.ORDER, who, numbers));
        steps(job, id, Usage.PRODUCT, (keys, found) -> removeProducts(job.actor(), keys, found), stays);
        steps(job, id, Usage.CUSTOMER, (keys, found) -> removeCustomers(job.actor(), keys, found), stays);
        return stays.problems();
    }

    private void steps(JobContext job, long id, String what, BiConsumer<List<String>, Stays> work, Stays stays) {
        String after = "";
        long done = 0;
        for (List<String> keys = keys(id, what, after); !keys.isEmpty(); keys = keys(id, what, after)) {
            inHalves(keys, what, work, stays);
            after = keys.get(keys.size() - 1);
            done += keys.size();
            job.progress(done, 0, what);
        }
    }

    private List<String> keys(long id, String what, String after) {
        return tx.call(em -> Made.keys(em, id, what, after, STEP));
    }

    /** A table that nobody told of may hold one of them: then that one stays, not all of the step. */
    private void inHalves(List<String> keys, String what, BiConsumer<List<String>, Stays> work, Stays stays) {
        Stays found = new Stays();
        try {
            tx.callWithRetry(em -> {
                found.clear();
                work.accept(keys, found);
                return null;
            });
            stays.add(found);
        } catch (PersistenceException e) {
            if (keys.size() == 1) {
                stays.add(what, "elsewhere", names(what, keys));
            } else {
                inHalves(keys.subList(0, keys.size() / 2), what, work, stays);
                inHalves(keys.subList(keys.size() / 2, keys.size()), what, work, stays);
            }
        }
    }

    private Collection<String> names(String what, List<String> keys) {
        return what.equals(Usage.PRODUCT) ? keys : customers.numbers(Actor.system("transfer"), keys.stream().map(Long::valueOf).toList()).values();
    }

    /** @param keys those that something names go out of it */
    private void named(String what, Collection<String> keys, Stays stays, Actor by) {
        for (Usage usage : usages) {
            Collection<String> used = usage.used(what, List.copyOf(keys));
            keys.removeAll(used);
            if (!used.isEmpty()) {
                stays.add(what, usage.name(), what.equals(Usage.PRODUCT) ? used : customers.numbers(by, used.stream().map(Long::valueOf).toList()).values());
            }
        }
    }

    private void removeProducts(Actor by, List<String> skus, Stays stays) {
        Collection<String> free = new TreeSet<>(skus);
        named(Usage.PRODUCT, free, stays, by);
        stays.add(Usage.PRODUCT, "changed", products.removeUnchanged(by, free));
    }

    private void removeCustomers(Actor by, List<String> ids, Stays stays) {
        Collection<String> free = new TreeSet<>(ids);
        named(Usage.CUSTOMER, free, stays, by);
        Map<Long, String> changed = customers.removeUnchanged(by, free.stream().map(Long::valueOf).toList());
        stays.add(Usage.CUSTOMER, "changed", changed.values());
    }

    /** What stays, by sort and reason. */
    private static final class Stays {
        private static final int SHOWN = 20;
        private static final List<String> KNOWN = List.of("orders", "stock", "changed");
        private final List<String[]> all = new ArrayList<>();

        void clear() {
            all.clear();
        }

        void add(Stays other) {
            all.addAll(other.all);
        }

        void add(String what, String why, Collection<String> names) {
            names.forEach(name -> all.add(new String[] {what + "." + why, name}));
        }

        List<Problem> problems() {
            return all.stream().collect(Collectors.groupingBy(s -> s[0], java.util.TreeMap::new, Collectors.mapping(s -> s[1], Collectors.toList()))).entrySet().stream()
                    .map(e -> Problem.of("undo", code(e.getKey()), "{0} {1} stay ({2}): {3}", e.getValue().size(), what(e.getKey()), why(e.getKey()), shown(e.getValue()))).toList();
        }

        private static String code(String key) {
            return KNOWN.contains(why(key)) ? "transfer.stays." + key : "transfer.stays." + what(key) + ".elsewhere";
        }

        private static String what(String key) {
            return key.substring(0, key.indexOf('.'));
        }

        private static String why(String key) {
            return key.substring(key.indexOf('.') + 1);
        }

        private static String shown(List<String> names) {
            return names.stream().sorted().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
        }
    }
}
