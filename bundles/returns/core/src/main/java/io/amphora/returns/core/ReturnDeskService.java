package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.Returns;
import io.amphora.returns.core.store.ReturnRows;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the use cases of returns. */
@Component
public final class ReturnDeskService implements ReturnDesk {
    private static final int COMMENT = 2000;

    private final Tx tx;
    private final RequestReturn request;
    private final DecideReturn decide;
    private final ReceiveReturn receive;
    private final InspectReturn inspect;
    private final SettleReturn settle;
    private final DoSteps steps;
    private final ReturnLog log;

    @Activate
    public ReturnDeskService(@Reference(target = "(domain=returns)") Tx tx, @Reference RequestReturn request, @Reference DecideReturn decide, @Reference ReceiveReturn receive,
                             @Reference InspectReturn inspect, @Reference SettleReturn settle, @Reference DoSteps steps, @Reference ReturnLog log) {
        this.tx = tx;
        this.request = request;
        this.decide = decide;
        this.receive = receive;
        this.inspect = inspect;
        this.settle = settle;
        this.steps = steps;
        this.log = log;
    }

    @Override
    public Return request(Actor by, long orderId, NewReturn wanted, String key) {
        return request.request(by, orderId, wanted, key);
    }

    @Override
    public Return approve(Actor by, long id, long version, String reason) {
        return decide.approve(by, id, version, reason);
    }

    @Override
    public Return reject(Actor by, long id, long version, String reason) {
        return decide.reject(by, id, version, reason);
    }

    @Override
    public Return send(Actor by, long id, long version, String carrier, String trackingNumber) {
        return decide.send(by, id, version, carrier, trackingNumber);
    }

    @Override
    public Return receive(Actor by, long id, long version, List<Arrival> arrivals) {
        return receive.receive(by, id, version, arrivals);
    }

    @Override
    public Return inspect(Actor by, long id, long version, List<Verdict> verdicts) {
        return inspect.inspect(by, id, version, verdicts);
    }

    @Override
    public Return settle(Actor by, long id, long version, NewSettlement settlement) {
        settle.begin(by, id, version, settlement);
        return steps.run(id, true);
    }

    @Override
    public Return retry(Actor by, long id, long version, boolean byHand) {
        settle.retry(by, id, version, byHand);
        return steps.run(id, true);
    }

    @Override
    public Return cancel(Actor by, long id, long version, String reason) {
        return decide.cancel(by, id, version, reason);
    }

    @Override
    public void comment(Actor by, long id, String text) {
        by.require(Returns.READ);
        Problems problems = new Problems();
        String checked = problems.text("text", text, COMMENT);
        problems.throwIfAny();
        tx.call(em -> {
            log.say(em, ReturnRows.require(em, id), "comment", by.name(), checked);
            return null;
        });
    }
}
