package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every action on a return has in common: permission, lock, version, transition table. */
@Component(service = ReturnWork.class)
public final class ReturnWork {
    private static final int REASON = 1000;

    private final Tx tx;

    @Activate
    public ReturnWork(@Reference(target = "(domain=returns)") Tx tx) {
        this.tx = tx;
    }

    /** What an action does to a return that it may be done to. */
    @FunctionalInterface
    interface Work {
        void on(EntityManager em, ReturnEntity r);
    }

    Return act(Actor by, long id, long version, ReturnAction action, Work work) {
        by.require(action.permission());
        return tx.callWithRetry(em -> {
            ReturnRows.lockOf(em, id);
            ReturnEntity r = ReturnRows.require(em, id);
            if (r.version() != version) {
                throw new AmphoraException.Stale("return", r.number(), version, r.version());
            }
            allowed(r, action);
            work.on(em, r);
            em.flush();
            return ReturnRows.whole(em, r);
        });
    }

    private static void allowed(ReturnEntity r, ReturnAction action) {
        if (!action.appliesTo(r.state())) {
            Set<ReturnAction> possible = ReturnAction.nextOf(r.state());
            throw new AmphoraException.Refused(Problem.of("", "returns.illegal", "{0} is not possible: return {1} is {2}; possible now: {3}", action, r.number(), r.state(), possible));
        }
    }

    static String reason(String reason) {
        Problems problems = new Problems();
        String text = problems.text("reason", reason, REASON);
        problems.throwIfAny();
        return text;
    }

    static String optionalReason(String field, String reason) {
        Problems problems = new Problems();
        String text = problems.optionalText(field, reason, REASON);
        problems.throwIfAny();
        return text;
    }
}
