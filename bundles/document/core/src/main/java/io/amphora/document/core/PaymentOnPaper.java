package io.amphora.document.core;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.document.api.DocumentModel;
import io.amphora.order.api.Order;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** When and how an invoice is to be paid: what the payment domain says of its order, the same as its list of what is overdue. */
@Component(service = PaymentOnPaper.class)
public final class PaymentOnPaper {
    private static final Actor BY = Actor.system("document");

    /** Null while that domain is away. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Payments payments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile PaymentSetup setup;

    private final DocumentSettings settings;

    @Activate
    public PaymentOnPaper(@Reference DocumentSettings settings) {
        this.settings = settings;
    }

    /**
     * @param asked  by this invoice
     * @param before asked by earlier invoices and not taken back: what was paid goes to them first
     * @param number of the invoice, null for a preview
     * @return null if nobody knows, or nothing is asked
     */
    DocumentModel.Payment of(Order order, Money asked, Money before, String number, String customer) {
        Payments known = payments;
        if (known == null || asked.amount().signum() <= 0) {
            return null;
        }
        PaymentPosition position = known.position(BY, order.id());
        return of(order, position, position.terms(), asked, before, number, customer);
    }

    /** Of an order that is to be paid before the goods leave; null for others: an invoice asks for their money. */
    DocumentModel.Payment inAdvance(Order order, String customer) {
        Payments known = payments;
        PaymentSetup usual = setup;
        if (known == null || usual == null || order.placedAt() == null || order.total().amount().signum() <= 0) {
            return null;
        }
        PaymentPosition position = known.position(BY, order.id());
        PaymentTerms terms = position.terms() == null ? terms(usual.terms(BY), order) : position.terms();
        return terms == PaymentTerms.PREPAID ? of(order, position, terms, order.total().rounded(), Money.zero(order.total().currency()), null, customer) : null;
    }

    /** A confirmation can be quicker than the payments of its order. */
    private static PaymentTerms terms(PaymentSetup.Terms usual, Order order) {
        return order.channel() == null ? usual.usual() : usual.byChannel().getOrDefault(order.channel(), usual.usual());
    }

    private DocumentModel.Payment of(Order order, PaymentPosition position, PaymentTerms terms, Money asked, Money before, String number, String customer) {
        Money zero = Money.zero(asked.currency());
        Money paid = least(asked.rounded(), most(zero, position.paid().minus(position.refunded()).minus(before)));
        // what was credited without a credit note is not owed either
        Money open = least(asked.rounded().minus(paid), most(zero, position.open()));
        boolean owed = open.amount().signum() > 0;
        boolean transfer = owed && (position.payments().isEmpty() ? terms != PaymentTerms.CASH_ON_DELIVERY : position.payments().stream().anyMatch(PaymentOnPaper::byTransfer));
        return new DocumentModel.Payment(terms == null ? null : terms.name(), owed ? position.dueOn() : null, paid, open,
                transfer ? settings.bank().transfer(order.number(), number, customer) : null);
    }

    /** Waits for the customer; not what a gateway sets aside or the driver collects. */
    private static boolean byTransfer(Payment p) {
        return p.state() == PaymentState.DUE && p.pending() == null && (p.method() == PaymentMethod.OPEN || p.method() == PaymentMethod.BANK_TRANSFER);
    }

    private static Money least(Money a, Money b) {
        return a.amount().compareTo(b.amount()) <= 0 ? a : b;
    }

    private static Money most(Money a, Money b) {
        return a.amount().compareTo(b.amount()) >= 0 ? a : b;
    }
}
