package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.order.api.OrderApprovals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many orders wait for this user's decision, beside the menu entry. */
@Component
public final class ApprovalCounter implements ConsoleCounter {
    private static final int MOST = 50;

    private final OrderApprovals approvals;

    @Activate
    public ApprovalCounter(@Reference OrderApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String path() {
        return "approvals";
    }

    @Override
    public String topic() {
        return "order.*";
    }

    @Override
    public long count(Actor actor) {
        return approvals.mine(actor, PageRequest.first(MOST)).items().size();
    }

    @Override
    public long most() {
        return MOST;
    }
}
