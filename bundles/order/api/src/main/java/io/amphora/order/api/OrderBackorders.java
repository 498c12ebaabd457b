package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lines that wait for stock. Whether a short line may wait: not if its product says no; else as the order says; else if the product or the installation says yes.
 * Stock that becomes free goes to waiting lines by priority of the order, then by age; a line that gets a part of what it wants is split. Thread-safe.
 */
@ProviderType
public interface OrderBackorders {
    /** What an installation says of all products that say nothing themselves. */
    enum Policy {
        REFUSE, ACCEPT
    }

    /** One line that waits. @param promise of the line, or else of its order */
    record Waiting(long orderId, String number, long lineId, String sku, BigDecimal quantity, int priority, Instant placedAt, String customerName, Promise promise) {
        public Waiting {
            promise = promise == null ? Promise.NONE : promise;
        }

        /** Of which nothing is promised. */
        public Waiting(long orderId, String number, long lineId, String sku, BigDecimal quantity, int priority, Instant placedAt, String customerName) {
            this(orderId, number, lineId, sku, quantity, priority, placedAt, customerName, Promise.NONE);
        }
    }

    /**
     * In how many days short stock usually comes: so late a line that begins to wait is promised, or for the day wished if that is later.
     *
     * @param all      of products that say nothing; null: nothing is promised by itself
     * @param products by SKU
     */
    record LeadDays(Integer all, Map<String, Integer> products) {
        public LeadDays {
            products = Map.copyOf(products);
        }
    }

    /** Needs {@code order.read}. */
    Policy policy(Actor by);

    /** The version of all policies together, for {@link #setPolicy} and {@link #setProduct}; read it first. Needs {@code order.read}. */
    long policyVersion(Actor by);

    /** Needs {@code order.configure}. Holds for orders placed from a few seconds later on. @param seen the version that was read */
    void setPolicy(Actor by, Policy policy, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void setPolicy(Actor by, Policy policy) {
        setPolicy(by, policy, -1);
    }

    /** By SKU, those that say something. Needs {@code order.read}. */
    Map<String, Policy> products(Actor by);

    /** Needs {@code order.configure}. @param policy null: as the installation says @param seen the version that was read */
    void setProduct(Actor by, String sku, Policy policy, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void setProduct(Actor by, String sku, Policy policy) {
        setProduct(by, sku, policy, -1);
    }

    /** Needs {@code order.read}. */
    LeadDays leadDays(Actor by);

    /** The version of all lead days together, for {@link #setLeadDays}; read it first. Needs {@code order.read}. */
    long leadDaysVersion(Actor by);

    /** Holds for lines that begin to wait a few seconds later. Needs {@code order.configure}. @param sku null for all products that say nothing @param days 0 to 730; null: nothing is said @param seen the version that was read */
    void setLeadDays(Actor by, String sku, Integer days, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void setLeadDays(Actor by, String sku, Integer days) {
        setLeadDays(by, sku, days, -1);
    }

    /** In the order in which they will get stock. Needs {@code order.read}. @param sku null for all */
    Page<Waiting> waiting(Actor by, String sku, PageRequest page);

    /** How an order that is on its way is to be delivered. Needs {@code order.amend}. Publishes {@code order.changed}. */
    Order terms(Actor by, long id, long version, NewOrder.Delivery delivery);

    /** Gives free stock to waiting lines of a product now. Needs {@code order.fulfil}. @return how many lines got some */
    int allocate(Actor by, String sku);
}
