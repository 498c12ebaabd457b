package io.amphora.transfer.core.run;

import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Usage;
import io.amphora.transfer.core.run.Figures.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the products and customers that orders name, and makes those that are not there. Known ones are left as they are. */
final class NewcomerWriter {
    private static final int BATCH = 400;
    /** Where a run stands when all of them are there: before the first row. */
    private static final long DONE = 1;

    private final Plan plan;
    private final Products products;
    private final Customers customers;
    private final Services services;
    private final Newcomers newcomers;
    private final Ledger ledger;

    NewcomerWriter(Plan plan, Products products, Customers customers, Newcomers newcomers, Ledger ledger) {
        this.plan = plan;
        this.products = products;
        this.customers = customers;
        this.newcomers = newcomers;
        this.ledger = ledger;
        services = new Services(plan.options().services());
    }

    void write() {
        List<String> skus = List.copyOf(newcomers.products().keySet());
        inBatches(skus, this::saveProducts, newcomers::refusedProduct);
        for (boolean numbered : new boolean[] {true, false}) {
            List<String> keys = newcomers.customers().keySet().stream().filter(k -> k.startsWith("@") != numbered).toList();
            inBatches(keys, k -> saveCustomers(k, numbered), newcomers::refusedCustomer);
        }
        if (ledger.doneUpTo() < DONE && !ledger.again()) {
            ledger.commit(DONE, () -> {
                Batch batch = new Batch();
                rest(batch, "product", newcomers.products().size());
                rest(batch, "customer", newcomers.customers().size());
                return batch;
            });
        }
    }

    /** Those that were not made here were there already. */
    private void rest(Batch batch, String what, int all) {
        batch.figures().effect(what, Change.UNCHANGED, all - ledger.figures().effect(what, Change.CREATED));
    }

    private void inBatches(List<String> keys, Function<List<String>, Batch> work, BiConsumer<String, List<Problem>> refused) {
        for (int from = 0; from < keys.size(); from += BATCH) {
            inHalves(keys.subList(from, Math.min(from + BATCH, keys.size())), work, refused);
        }
    }

    private void inHalves(List<String> keys, Function<List<String>, Batch> work, BiConsumer<String, List<Problem>> refused) {
        try {
            ledger.commit(0, () -> work.apply(keys));
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            if (keys.size() == 1) {
                refused.accept(keys.get(0), e.problems().stream().map(RecordImporter::withoutIndex).toList());
            } else {
                inHalves(keys.subList(0, keys.size() / 2), work, refused);
                inHalves(keys.subList(keys.size() / 2, keys.size()), work, refused);
            }
        }
    }

    private Batch saveProducts(List<String> skus) {
        Batch batch = new Batch();
        Set<String> known = products.lookup(skus).keySet();
        List<ProductData> missing = skus.stream().filter(s -> !known.contains(s)).map(this::product).toList();
        if (!missing.isEmpty() && ledger.writing()) {
            products.saveAll(plan.by(), missing);
            batch.made(Usage.PRODUCT, missing.stream().map(ProductData::sku).toList());
        }
        batch.figures().effect("product", Change.CREATED, missing.size());
        return batch;
    }

    private ProductData product(String sku) {
        Newcomers.SeenProduct seen = newcomers.products().get(sku);
        boolean stocked = !Charges.CODES.contains(sku) && !services.isService(sku);
        return new ProductData(sku, newcomers.productName(sku), "pcs", Money.of(seen.price(), seen.currency()), null, true, stocked);
    }

    private Batch saveCustomers(List<String> keys, boolean numbered) {
        Batch batch = new Batch();
        Map<String, Customer> known = numbered ? customers.findAll(plan.by(), keys) : byKey(customers.findByEmails(plan.by(), keys.stream().map(k -> k.substring(1)).toList()));
        known.forEach((key, c) -> newcomers.known(key, c.id(), c.name()));
        Map<String, CustomerData> missing = keys.stream().filter(k -> !known.containsKey(k)).collect(Collectors.toMap(k -> k, this::customer));
        if (!missing.isEmpty() && ledger.writing()) {
            Map<String, Long> ids = customers.saveAll(plan.by(), List.copyOf(missing.values())).ids();
            missing.forEach((key, data) -> newcomers.known(key, ids.get(data.number()), data.name()));
            batch.made(Usage.CUSTOMER, missing.values().stream().map(c -> String.valueOf(ids.get(c.number()))).distinct().toList());
        }
        batch.figures().effect("customer", Change.CREATED, missing.size());
        return batch;
    }

    private static Map<String, Customer> byKey(Map<String, Customer> byEmail) {
        return byEmail.entrySet().stream().collect(Collectors.toMap(e -> "@" + e.getKey(), Map.Entry::getValue));
    }

    private CustomerData customer(String key) {
        Newcomers.SeenCustomer seen = newcomers.customers().get(key);
        OrderLine.Buyer buyer = seen.buyer();
        String number = buyer.number() != null ? buyer.number() : CustomerFields.numberOf(buyer.email());
        Address a = seen.address();
        boolean somewhere = a.street() != null || a.city() != null || a.region() != null || a.postalCode() != null;
        return new CustomerData(number, buyer.name() != null ? buyer.name() : buyer.number() != null ? number : buyer.email(), buyer.email(), buyer.phone(), a.country(), false, null,
                somewhere ? List.of(a) : List.of());
    }
}
