package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderRehearsal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the use cases that get orders in. */
@Component
public final class OrderEntryService implements OrderEntry {
    private final KeepDraft drafts;
    private final SubmitDraft submit;
    private final PlaceOrder place;
    private final CopyOrder copy;

    @Activate
    public OrderEntryService(@Reference KeepDraft drafts, @Reference SubmitDraft submit, @Reference PlaceOrder place, @Reference CopyOrder copy) {
        this.drafts = drafts;
        this.submit = submit;
        this.place = place;
        this.copy = copy;
    }

    @Override
    public Order draft(Actor by, NewOrder order) {
        return drafts.keep(by, order);
    }

    @Override
    public Order changeDraft(Actor by, long id, long version, NewOrder order) {
        return drafts.change(by, id, version, order);
    }

    @Override
    public Order submit(Actor by, long id, long version) {
        return submit.submit(by, id, version);
    }

    @Override
    public Order copy(Actor by, long id, String channel) {
        return copy.copy(by, id, channel);
    }

    @Override
    public Order place(Actor by, NewOrder order) {
        return place.place(by, order);
    }

    @Override
    public OrderRehearsal rehearse(Actor by) {
        return place.rehearse(by);
    }

    @Override
    public Order replace(Actor by, NewOrder order) {
        return place.replace(by, order);
    }
}
