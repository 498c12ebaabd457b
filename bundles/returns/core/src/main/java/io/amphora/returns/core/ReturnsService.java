package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.api.Returns;
import io.amphora.returns.core.store.EntryEntity;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looking at returns. */
@Component
public final class ReturnsService implements Returns {
    private final Tx tx;
    private final OrderQueries orders;
    private final PolicyStore policy;
    private final SettleReturn settle;

    @Activate
    public ReturnsService(@Reference(target = "(domain=returns)") Tx tx, @Reference OrderQueries orders, @Reference PolicyStore policy, @Reference SettleReturn settle) {
        this.tx = tx;
        this.orders = orders;
        this.policy = policy;
        this.settle = settle;
    }

    @Override
    public Return find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> ReturnRows.whole(em, ReturnRows.require(em, id)));
    }

    @Override
    public Optional<Return> findByNumber(Actor by, String number) {
        by.require(READ);
        return number == null ? Optional.empty() : tx.call(em -> ReturnRows.ofNumber(em, number.strip().toUpperCase(Locale.ROOT)).map(r -> ReturnRows.whole(em, r)));
    }

    @Override
    public Page<ReturnRow> list(Actor by, ReturnFilter filter, PageRequest page) {
        by.require(READ);
        List<ReturnEntity> rows = tx.call(em -> ReturnRows.page(em, filter, page.afterNumber(), page.size() + 1));
        return Page.of(rows, page.size(), ReturnEntity::id).map(ReturnEntity::toRow);
    }

    @Override
    public int count(Actor by, ReturnFilter filter, int limit) {
        by.require(READ);
        return tx.call(em -> ReturnRows.page(em, filter, null, limit)).size();
    }

    @Override
    public Returnable returnable(Actor by, long orderId, ReturnKind kind) {
        by.require(READ);
        return tx.call(em -> {
            Order order = orders.find(by, orderId);
            return Eligibility.closed(order) != null ? new Returnable(order.id(), order.number(), List.of())
                    : new Eligibility(policy.rules(), kind, ReturnLog.now()).of(order, ReturnRows.taken(em, orderId, 0));
        });
    }

    @Override
    public RefundQuote quote(Actor by, long id, NewSettlement settlement) {
        by.require(READ);
        by.require(ReturnDesk.SETTLE);
        return tx.call(em -> settle.quote(em, ReturnRows.require(em, id), settlement));
    }

    @Override
    public List<Entry> timeline(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> ReturnRows.entries(em, ReturnRows.require(em, id).id()).stream().map(EntryEntity::toEntry).toList());
    }
}
