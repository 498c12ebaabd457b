package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.api.Payments;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looking at payments. */
@Component(service = {Payments.class, Positions.class})
public final class Positions implements Payments {
    private final Tx tx;
    private final OrderQueries orders;
    private final GatewayBook gateways;

    @Activate
    public Positions(@Reference(target = "(domain=payment)") Tx tx, @Reference OrderQueries orders, @Reference GatewayBook gateways) {
        this.tx = tx;
        this.orders = orders;
        this.gateways = gateways;
    }

    @Override
    public PaymentPosition position(Actor by, long orderId) {
        by.require(READ);
        return tx.call(em -> position(em, orders.find(by, orderId)));
    }

    PaymentPosition position(EntityManager em, Order order) {
        Optional<AccountEntity> account = PaymentRows.account(em, order.id());
        Money total = PaymentDesk.payable(order.total());
        Money credited = new Money(account.map(a -> a.credited(total.amount())).orElse(BigDecimal.ZERO), total.currency());
        List<Payment> payments = PaymentRows.ofOrder(em, order.id()).stream().map(PaymentEntity::toPayment).toList();
        return PaymentPosition.of(order.id(), order.number(), total, credited, account.map(AccountEntity::terms).orElse(null), Accounts.today(), payments,
                account.map(AccountEntity::version).orElse(0L));
    }

    @Override
    public Payment find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> PaymentRows.require(em, id).toPayment());
    }

    @Override
    public Page<Payment> list(Actor by, Show show, PageRequest page) {
        by.require(READ);
        List<PaymentEntity> rows = tx.call(em -> PaymentRows.page(em, show, Accounts.today(), page.afterNumber(), page.size() + 1));
        return Page.of(rows, page.size(), p -> PaymentRows.cursor(show, p)).map(PaymentEntity::toPayment);
    }

    @Override
    public int count(Actor by, Show show, int limit) {
        by.require(READ);
        return tx.call(em -> PaymentRows.page(em, show, Accounts.today(), null, limit)).size();
    }

    @Override
    public List<PaymentStep> steps(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> PaymentRows.steps(em, PaymentRows.require(em, id).id()).stream().map(StepEntity::toStep).toList());
    }

    @Override
    public Optional<PaymentStep> stepOf(Actor by, String key) {
        by.require(READ);
        return tx.call(em -> PaymentRows.stepOfRequest(em, Steps.requestKey(by, key)).map(StepEntity::toStep));
    }

    @Override
    public List<GatewayInfo> gateways(Actor by, Locale locale) {
        by.require(READ);
        return gateways.describe(locale);
    }
}
