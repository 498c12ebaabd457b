package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether goods may come, that they come, or that they never will. */
@Component(service = DecideReturn.class)
public final class DecideReturn {
    private static final int SHORT = 100;

    private final ReturnWork work;
    private final ReturnLog log;

    @Activate
    public DecideReturn(@Reference ReturnWork work, @Reference ReturnLog log) {
        this.work = work;
        this.log = log;
    }

    Return approve(Actor by, long id, long version, String reason) {
        String why = ReturnWork.optionalReason("reason", reason);
        return work.act(by, id, version, ReturnAction.APPROVE, (em, r) -> {
            r.decided(r.kind() == ReturnKind.CLAIM ? ReturnState.INSPECTED : ReturnState.APPROVED, by.name(), why, ReturnLog.now());
            log.say(em, r, "approved", by.name(), why);
        });
    }

    Return reject(Actor by, long id, long version, String reason) {
        by.require(ReturnAction.REJECT.permission());
        String why = ReturnWork.reason(reason);
        return work.act(by, id, version, ReturnAction.REJECT, (em, r) -> {
            r.decided(ReturnState.REJECTED, by.name(), why, ReturnLog.now());
            log.say(em, r, "rejected", by.name(), why);
        });
    }

    Return send(Actor by, long id, long version, String carrier, String trackingNumber) {
        Problems problems = new Problems();
        String who = problems.optionalText("carrier", carrier, SHORT);
        String tracking = problems.optionalText("trackingNumber", trackingNumber, SHORT);
        problems.throwIfAny();
        return work.act(by, id, version, ReturnAction.SEND, (em, r) -> {
            r.sent(who, tracking, ReturnLog.now());
            log.say(em, r, "sent", by.name(), who == null ? tracking : tracking == null ? who : who + " " + tracking);
        });
    }

    Return cancel(Actor by, long id, long version, String reason) {
        by.require(ReturnAction.CANCEL.permission());
        String why = ReturnWork.reason(reason);
        return work.act(by, id, version, ReturnAction.CANCEL, (em, r) -> {
            r.to(ReturnState.CANCELLED, ReturnLog.now());
            log.say(em, r, "cancelled", by.name(), why);
        });
    }
}
