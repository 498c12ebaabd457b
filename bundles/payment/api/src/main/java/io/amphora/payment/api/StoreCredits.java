package io.amphora.payment.api;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers keep here to spend, per currency, with a ledger behind every number; a balance is never below zero, whoever spends at the same time. Reading needs
 * {@code payment.read}. Joins the running transaction. Every method that moves money takes a key of the caller, as in {@link PaymentDesk}. Publishes, keyed by customer id,
 * {@code payment.store.granted}, {@code payment.store.taken}, {@code payment.store.spent}, {@code payment.store.returned}. Thread-safe.
 */
@ProviderType
public interface StoreCredits {
    /** Why a balance changed. */
    enum Kind {
        /** Somebody gave it, for goods that came back for instance. */
        GRANTED,
        /** Somebody took it away again. */
        TAKEN,
        /** It paid for an order. */
        SPENT,
        /** A payment that was made with it was given back. */
        RETURNED
    }

    /** What a customer has in one currency. */
    record Balance(long customerId, Money amount) {
    }

    /**
     * One change.
     *
     * @param amount  signed
     * @param balance after it
     * @param orderId what it paid for, null if it paid for nothing
     */
    record Entry(long id, long customerId, Kind kind, Money amount, Money balance, Long orderId, String orderNumber, String note, Instant at, String by) {
    }

    /** By currency; without those that never were. */
    List<Balance> balances(Actor by, long customerId);

    /** Newest first. */
    Page<Entry> entries(Actor by, long customerId, PageRequest page);

    /** Needs {@code payment.refund}. @param amount above zero, in whole minor units @param note required */
    Entry grant(Actor by, long customerId, Money amount, String note, String key);

    /** Needs {@code payment.refund}. @throws io.amphora.common.AmphoraException.Refused if less is there */
    Entry take(Actor by, long customerId, Money amount, String note, String key);

    /**
     * Pays for an order with what its customer has. Needs {@code payment.take}.
     *
     * @param amount null means as much as is open and there
     * @throws io.amphora.common.AmphoraException.Refused if less is there or open
     */
    PaymentPosition spend(Actor by, long orderId, BigDecimal amount, String key);
}
