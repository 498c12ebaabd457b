package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Named orders to begin from. Looking needs {@code order.read}, the rest {@code order.enter}. Publishes {@code order-template.changed}. Thread-safe. */
@ProviderType
public interface OrderTemplates {
    /**
     * What a template says.
     *
     * @param name       unique for its customer, or among the shared ones
     * @param customerId null: shared
     * @param currency   ISO 4217; null means the installation's
     */
    record Content(String name, Long customerId, String currency, String note, List<OrderTemplate.Line> lines) {
        public Content {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    OrderTemplate create(Actor by, Content content);

    /** As the order is: its lines that are wanted, at list prices. @param shared for all customers, else for that of the order */
    OrderTemplate fromOrder(Actor by, long orderId, String name, boolean shared);

    OrderTemplate change(Actor by, long id, long version, Content content);

    /** @throws io.amphora.common.AmphoraException.Refused while recurring orders are made from it */
    void delete(Actor by, long id, long version);

    OrderTemplate find(Actor by, long id);

    /** By name. @param text beginning of the name, null for all; @param customerId those of this customer and the shared ones; null for all */
    Page<OrderTemplate> list(Actor by, String text, Long customerId, PageRequest page);

    /**
     * Drafts an order from it.
     *
     * @param customerId null: the template's own
     * @param channel    where: {@code console}, {@code rest}
     */
    Order draft(Actor by, long id, Long customerId, String channel);
}
