package io.amphora.payment.core;

import io.amphora.common.AmphoraException;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is due follows the order: when it is placed, changed, delivered; when it is stopped, what gateways set aside for it is let go. Hearing of it twice changes nothing. */
@Component
public final class OrderWatch implements EventListener {
    /** What happens to orders without touching money. */
    private static final Set<String> IDLE = Set.of("order.drafted", "order.commented", "order.imported", "order.approved", "order.assigned", "order.picked", "order.shipped", "order.completed",
            "order.step-approved", "order.step-fell", "order.escalated", "order.allocated", "order.terms");

    private final Tx tx;
    private final Accounts accounts;
    private final NewAccounts opening;
    private final GatewayCalls calls;
    private final PrepaidHolds prepaid;
    private final MoneyFollows money;

    @Activate
    public OrderWatch(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference NewAccounts opening, @Reference GatewayCalls calls, @Reference PrepaidHolds prepaid,
                      @Reference MoneyFollows money) {
        this.money = money;
        this.prepaid = prepaid;
        this.tx = tx;
        this.accounts = accounts;
        this.opening = opening;
        this.calls = calls;
    }

    @Override
    public String id() {
        return "payment";
    }

    @Override
    public List<String> topics() {
        return List.of("order.*");
    }

    @Override
    public void on(List<Event> events) {
        Set<Long> placed = new LinkedHashSet<>();
        Set<Long> changed = new LinkedHashSet<>();
        events.stream().filter(e -> !IDLE.contains(e.topic()) && !e.payload().contains("\"status\":\"DRAFT\"") && e.key().matches("[0-9]{1,18}"))
                .forEach(e -> (e.topic().equals("order.placed") ? placed : changed).add(Long.valueOf(e.key())));
        // before anybody takes what moves for too much
        events.stream().filter(e -> e.key().matches("[0-9]{1,18}")).forEach(money::heard);
        NewAccounts.Opened opened = opening.open(placed);
        changed.addAll(opened.left());
        changed.forEach(this::follow);
        opened.prepaid().forEach(prepaid::follow);
        prepaid.among(changed);
    }

    private void follow(long orderId) {
        try {
            settle(orderId).forEach(calls::release);
        } catch (AmphoraException.NotFound e) {
            // an imported order that was taken back: nothing is owed for it
            return;
        }
    }

    /** @return payments to let go */
    private List<Long> settle(long orderId) {
        return Steps.again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            accounts.settle(em, held, "system:payment", Accounts.now());
            return held.stopped() ? PaymentRows.ofOrder(em, orderId).stream().filter(p -> p.state() == PaymentState.AUTHORISED && p.pendingStep() == null).map(PaymentEntity::id).toList()
                    : List.<Long>of();
        }));
    }
}
