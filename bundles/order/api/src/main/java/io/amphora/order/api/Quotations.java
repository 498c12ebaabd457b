package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Offers to customers. Looking needs {@code order.read}, the rest {@code order.enter}. Each method is one transaction; what is not possible now is refused
 * with the reason and the next steps ({@link QuotationAction}). Publishes {@code quotation.opened}, {@code .sent}, {@code .revised}, {@code .accepted},
 * {@code .declined}, {@code .expired}, keyed by the id of the quotation. No stock is touched before acceptance. Thread-safe.
 */
@ProviderType
public interface Quotations {
    /**
     * Makes a draft the content of a new quotation. The draft can be changed while the quotation is open; it is neither submitted nor cancelled past it.
     *
     * @param validUntil null: as many days from today as the installation has set (30 if nothing is set); not before today
     * @throws io.amphora.common.AmphoraException.Refused if it is no draft, or quoted already
     */
    Quotation quote(Actor by, long orderId, long orderVersion, LocalDate validUntil);

    /** Another last day, while it is open. */
    Quotation extend(Actor by, long id, long version, LocalDate validUntil);

    /**
     * The customer gets it: from now on its content is fixed. Whoever notifies customers is told.
     *
     * @throws io.amphora.common.AmphoraException.Invalid naming all that an order would still lack
     */
    Quotation send(Actor by, long id, long version);

    /** Takes it back to be changed; one whose time is over gets a new last day. @param validUntil null leaves it, if that day is to come */
    Quotation revise(Actor by, long id, long version, LocalDate validUntil);

    /**
     * The customer takes it: the draft is submitted, with the same checks, review and reservation as any other, at the prices offered.
     *
     * @param reference the customer's own for the order, null leaves what is there
     * @throws io.amphora.common.AmphoraException.Refused also if its last day is over, or stock is short; nothing is changed then
     */
    Quotation accept(Actor by, long id, long version, String reference);

    /** The customer does not want it; its draft is cancelled. @param reason required */
    Quotation decline(Actor by, long id, long version, String reason);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Quotation find(Actor by, long id);

    /** The newest of this order or draft. */
    Optional<Quotation> ofOrder(Actor by, long orderId);

    /**
     * Newest first.
     *
     * @param text       beginning of the number or of the customer's name, null for all
     * @param statuses   null or empty for all
     * @param customerId null for all
     */
    Page<Quotation> list(Actor by, String text, Set<QuotationStatus> statuses, Long customerId, PageRequest page);
}
