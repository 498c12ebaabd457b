package io.amphora.payment.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Money;
import io.amphora.order.api.OrderHistory;
import io.amphora.payment.api.StoreCredits;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Outbox;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what happened to payments: an event, and an entry of the order's timeline. */
@Component(service = PaymentLog.class)
public final class PaymentLog {
    private final Outbox outbox;
    private final OrderHistory history;

    @Activate
    public PaymentLog(@Reference Outbox outbox, @Reference OrderHistory history) {
        this.outbox = outbox;
        this.history = history;
    }

    /** @param amount that moved */
    void say(PaymentEntity p, String what, BigDecimal amount, String by) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("number", p.orderNumber()).put("payment", p.id()).put("state", p.state().name())
                .put("amount", amount.stripTrailingZeros().toPlainString()).put("currency", p.currency());
        outbox.add("payment." + what, Long.toString(p.orderId()), event.toString());
        history.add(p.orderId(), by, "payment-" + what, plain(amount, p.currency()) + (p.gatewayTitle() == null ? "" : ", " + p.gatewayTitle()));
    }

    private static String plain(BigDecimal amount, String currency) {
        return amount.setScale(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()), RoundingMode.HALF_UP).toPlainString() + " " + currency;
    }

    void terms(long orderId, String number, String terms, String by) {
        outbox.add("payment.terms", Long.toString(orderId), JsonNodeFactory.instance.objectNode().put("by", by).put("number", number).put("terms", terms).toString());
    }

    /** @param amount that is owed no more */
    void credited(AccountEntity account, BigDecimal amount, String reason, String by) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("number", account.orderNumber()).put("amount", amount.stripTrailingZeros().toPlainString())
                .put("currency", account.currency()).put("reason", reason);
        outbox.add("payment.credited", Long.toString(account.orderId()), event.toString());
        history.add(account.orderId(), by, "payment-credited", plain(amount, account.currency()) + ", " + reason);
    }

    /** Goods went from one order to another, and what was paid for them with them. */
    void moved(AccountEntity from, AccountEntity to, BigDecimal amount, String by) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("number", to.orderNumber()).put("from", from.orderNumber()).put("amount", amount.stripTrailingZeros().toPlainString())
                .put("currency", to.currency());
        outbox.add("payment.moved", Long.toString(to.orderId()), event.toString());
        String text = plain(amount, to.currency()) + ", " + from.orderNumber() + " → " + to.orderNumber();
        history.add(from.orderId(), by, "payment-moved", text);
        history.add(to.orderId(), by, "payment-moved", text);
    }

    /** The order is worth less than what was paid for it. */
    void toGiveBack(AccountEntity account, BigDecimal amount, String by) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("number", account.orderNumber()).put("amount", amount.stripTrailingZeros().toPlainString())
                .put("currency", account.currency());
        outbox.add("payment.to-give-back", Long.toString(account.orderId()), event.toString());
        history.add(account.orderId(), by, "payment-to-give-back", plain(amount, account.currency()));
    }

    /** Once for each order and date. */
    void overdue(PaymentRows.Overdue o) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", "system:payment").put("number", o.orderNumber()).put("amount", o.amount().stripTrailingZeros().toPlainString())
                .put("currency", o.currency()).put("dueOn", o.dueOn().toString());
        outbox.add("payment.overdue", Long.toString(o.orderId()), event.toString());
    }

    /** @param amount signed */
    void store(long customerId, StoreCredits.Kind kind, Money amount, String by, String note) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by).put("amount", amount.amount().stripTrailingZeros().toPlainString())
                .put("currency", amount.currency().getCurrencyCode()).put("note", note);
        outbox.add("payment.store." + kind.name().toLowerCase(Locale.ROOT), Long.toString(customerId), event.toString());
    }

    void setUp(String terms, String by) {
        outbox.add("payment.setup", "setup", JsonNodeFactory.instance.objectNode().put("by", by).put("terms", terms).toString());
    }

    /** @param lineId of the bank line that fits no order */
    public void unmatched(long lineId, String reference, String code) {
        outbox.add("payment.line.unmatched", Long.toString(lineId), JsonNodeFactory.instance.objectNode().put("reference", reference).put("reason", code).toString());
    }
}
