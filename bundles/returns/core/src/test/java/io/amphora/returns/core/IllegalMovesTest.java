package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.Order;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReturnEntities;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.TestTemplate;

/** Walks the whole transition table: what it does not allow is refused with what is possible, and nobody does what he may not. */
@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class IllegalMovesTest {
    private Shop shop;

    @TestTemplate
    void everyMoveFromEveryState(TestDatabase db) {
        shop = new Shop(db);
        Map<ReturnState, Return> in = inEveryState();
        assertThat(in.keySet()).containsExactlyInAnyOrder(ReturnState.values());
        for (ReturnState state : ReturnState.values()) {
            for (ReturnAction action : ReturnAction.values()) {
                if (!action.appliesTo(state)) {
                    Throwable e = catchThrowable(() -> act(Shop.ALL, in.get(state), action));
                    assertThat(e).as(action + " of " + state).isInstanceOf(AmphoraException.Refused.class);
                    assertThat(Shop.problem((AmphoraException) e).code()).isEqualTo("returns.illegal");
                    assertThat(Shop.problem((AmphoraException) e).args()).contains(ReturnAction.nextOf(state));
                }
                Actor others = new Actor("x", "X", Set.of("returns.read"));
                assertThat(catchThrowable(() -> act(others, in.get(state), action))).as(action + " of " + state).isInstanceOf(AmphoraException.NotPermitted.class);
            }
            assertThat(shop.returns.find(Shop.ALL, in.get(state).id())).isEqualTo(in.get(state));
        }
    }

    private Map<ReturnState, Return> inEveryState() {
        Order order = shop.delivered("EUR", "0", "SKU-1 20 10.00");
        shop.paid(order, PaymentMethod.GATEWAY, null);
        Map<ReturnState, Return> in = new EnumMap<>(ReturnState.class);
        put(in, shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 1"), null));
        put(in, shop.approved(order, "0 1"));
        Return rejected = shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 1"), null);
        put(in, shop.desk.reject(Shop.SERVICE, rejected.id(), rejected.version(), "no"));
        Return sent = shop.approved(order, "0 1");
        put(in, shop.desk.send(Shop.SERVICE, sent.id(), sent.version(), null, null));
        put(in, shop.received(shop.approved(order, "0 1")));
        put(in, shop.back(order, "0 1"));
        Return cancelled = shop.approved(order, "0 1");
        put(in, shop.desk.cancel(Shop.SERVICE, cancelled.id(), cancelled.version(), "changed my mind"));
        Return done = shop.back(order, "0 1");
        put(in, shop.desk.settle(Shop.FINANCE, done.id(), done.version(), NewSettlement.of(ReturnOutcome.REFUND)));
        shop.answer = r -> GatewayAnswer.declined("no");
        Return failed = shop.back(order, "0 1");
        put(in, shop.desk.settle(Shop.FINANCE, failed.id(), failed.version(), NewSettlement.of(ReturnOutcome.REFUND)));
        return in;
    }

    private static void put(Map<ReturnState, Return> in, Return r) {
        in.put(r.state(), r);
    }

    private void act(Actor by, Return r, ReturnAction action) {
        switch (action) {
            case APPROVE -> shop.desk.approve(by, r.id(), r.version(), null);
            case REJECT -> shop.desk.reject(by, r.id(), r.version(), "because");
            case SEND -> shop.desk.send(by, r.id(), r.version(), null, null);
            case RECEIVE -> shop.desk.receive(by, r.id(), r.version(), List.of());
            case INSPECT -> shop.desk.inspect(by, r.id(), r.version(), List.of());
            case SETTLE -> shop.desk.settle(by, r.id(), r.version(), NewSettlement.of(ReturnOutcome.REFUND));
            case RETRY -> shop.desk.retry(by, r.id(), r.version(), false);
            case CANCEL -> shop.desk.cancel(by, r.id(), r.version(), "because");
        }
    }
}
