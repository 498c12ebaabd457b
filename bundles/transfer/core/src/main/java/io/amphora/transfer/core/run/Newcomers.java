package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.transfer.api.ImportOptions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The products and customers that the orders of a file name, with what the file tells of them. Memory grows with their number, not with the rows. */
final class Newcomers {
    /** Beyond so many different names of one product the further ones are not counted. */
    private static final int NAMES = 20;

    /** What is learned of a product from its lines. */
    static final class SeenProduct {
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private BigDecimal price = BigDecimal.ZERO;
        private String currency;

        /** The most frequent one, of equally frequent ones the first; null if no line has any. */
        String name() {
            String best = null;
            for (String name : names.keySet()) {
                best = best == null || names.get(name) > names.get(best) ? name : best;
            }
            return best;
        }

        BigDecimal price() {
            return price;
        }

        String currency() {
            return currency;
        }
    }

    /** What is learned of a customer from its orders. */
    record SeenCustomer(OrderLine.Buyer buyer, Address address) {
    }

    private final Map<String, SeenProduct> products = new LinkedHashMap<>();
    private final Map<String, SeenCustomer> customers = new LinkedHashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, String> customerNames = new HashMap<>();
    private final Map<String, List<Problem>> refusedProducts = new HashMap<>();
    private final Map<String, List<Problem>> refusedCustomers = new HashMap<>();

    void see(OrderGroup.Settled order, ImportOptions options) {
        String currency = order.currency(options);
        order.good().forEach(l -> see(l.value().sku(), l.value().name(), l.value().unitPrice(), currency));
        for (HistoricOrder.Line charge : order.charges()) {
            see(charge.sku(), charge.name(), BigDecimal.ZERO, currency);
        }
        OrderLine.Buyer buyer = order.buyer();
        if (buyer.key() != null) {
            SeenCustomer now = new SeenCustomer(buyer, order.address(options));
            customers.merge(buyer.key(), now, (old, next) -> old.buyer().name() == null && next.buyer().name() != null ? next : old);
        }
    }

    private void see(String sku, String name, BigDecimal price, String currency) {
        SeenProduct product = products.computeIfAbsent(sku, s -> new SeenProduct());
        if (name != null && (product.names.size() < NAMES || product.names.containsKey(name))) {
            product.names.merge(name, 1, Integer::sum);
        }
        if (price.signum() > 0) {
            product.price = price;
        }
        product.currency = currency;
    }

    Map<String, SeenProduct> products() {
        return products;
    }

    Map<String, SeenCustomer> customers() {
        return customers;
    }

    String productName(String sku) {
        SeenProduct product = products.get(sku);
        String name = product == null ? null : product.name();
        return name != null ? name : Charges.CODES.contains(sku) ? Charges.name(sku) : sku;
    }

    void known(String customerKey, long id, String name) {
        ids.put(customerKey, id);
        customerNames.put(customerKey, name);
    }

    Long customerId(String key) {
        return key == null ? null : ids.get(key);
    }

    String customerName(OrderLine.Buyer buyer) {
        return buyer.name() != null ? buyer.name() : buyer.key() == null ? null : customerNames.get(buyer.key());
    }

    void refusedProduct(String sku, List<Problem> problems) {
        refusedProducts.put(sku, problems);
    }

    void refusedCustomer(String key, List<Problem> problems) {
        refusedCustomers.put(key, problems);
    }

    /** Why a line cannot go in: its product or customer was refused. */
    List<Problem> problems(OrderLine line) {
        String customer = line.customer().key();
        List<Problem> product = refusedProducts.getOrDefault(line.sku(), List.of());
        return !product.isEmpty() || customer == null ? product : refusedCustomers.getOrDefault(customer, List.of());
    }
}
