package io.amphora.returns.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Returns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many returns wait for what this person may do. */
@Component(service = ConsoleCounter.class)
public final class ReturnCounter implements ConsoleCounter {
    private static final int LIMIT = 100;

    private final Returns returns;

    @Activate
    public ReturnCounter(@Reference Returns returns) {
        this.returns = returns;
    }

    @Override
    public String path() {
        return "returns";
    }

    @Override
    public String topic() {
        return "returns.*";
    }

    @Override
    public long count(Actor actor) {
        return of(actor, ReturnDesk.DECIDE, ReturnState.REQUESTED) + of(actor, ReturnDesk.RECEIVE, ReturnState.RECEIVED) + of(actor, ReturnDesk.SETTLE, ReturnState.INSPECTED);
    }

    private int of(Actor actor, String permission, ReturnState state) {
        return actor.may(permission) && actor.may(Returns.READ) ? returns.count(actor, ReturnFilter.ofState(state), LIMIT) : 0;
    }

    @Override
    public long most() {
        return LIMIT;
    }
}
