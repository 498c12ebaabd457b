package io.amphora.order.api;

import io.amphora.common.Actor;
import java.time.LocalDate;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What is promised to the customer. Needs {@code order.promise}. Joins the running transaction. Publishes {@code order.promised}. Thread-safe. */
@ProviderType
public interface OrderDates {
    String PROMISE = "order.promise";

    /**
     * Promises a day, of the whole order or of some lines. The first promise stays; a later one is on the timeline with its reason. A line without a promise of
     * its own has that of the order. Drafts may carry one, too.
     *
     * @param lineIds empty: the order
     * @param date    not null, not before today in the time zone of the installation
     * @param reason  required where something else was promised before
     * @throws io.amphora.common.AmphoraException.Refused if the order, or a line named, has left the house or is at its end
     */
    Order promise(Actor by, long id, long version, Set<Long> lineIds, LocalDate date, String reason);
}
