package io.amphora.order.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changing an order after it was placed, as a numbered revision. Needs {@code order.amend}; looking needs {@code order.read}. Possible until something of it
 * is picked. The order goes through the review again: who amended it does not decide on it. All in one transaction: its stock is
 * reserved anew, or all stays as it was. Publishes {@code order.amended}. Thread-safe.
 */
@ProviderType
public interface OrderAmendments {
    String AMEND = "order.amend";

    /** What the amendment would come to; changes nothing. @throws io.amphora.common.AmphoraException.Refused as {@link #amend}, but for stock */
    Preview preview(Actor by, long id, long version, Amendment amendment);

    /**
     * Makes it the next revision.
     *
     * @param reason required
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong
     * @throws io.amphora.common.AmphoraException.Refused if it is too late, changes nothing, or naming all lines that are short
     */
    Order amend(Actor by, long id, long version, Amendment amendment, String reason);

    /** Oldest first; an order that never was amended has one, as it stands. */
    List<Revision> revisions(Actor by, long id);

    /** The order as a revision left it. @throws io.amphora.common.AmphoraException.NotFound if there is none of this number */
    Order revision(Actor by, long id, int number);

    /** What changed from one revision to another. */
    List<Difference> differences(Actor by, long id, int from, int to);

    /** One revision. @param reason null for the first */
    record Revision(int number, java.time.Instant at, String by, String reason, io.amphora.common.Money total) {
    }

    /**
     * One thing that differs.
     *
     * @param field  {@code lines[SKU].quantity}, {@code lines[SKU].unitPrice}, {@code lines[SKU].discount}, {@code lines[SKU].taxRate}, {@code lines[SKU].note},
     *               {@code lines[SKU]}, {@code discount}, {@code charges}, {@code shipTo}, {@code reference}, {@code wishedDate}, {@code note}, {@code total}
     * @param before null if it was not there
     * @param after  null if it is gone
     */
    record Difference(String field, String before, String after) {
    }

    /**
     * What an amendment comes to.
     *
     * @param difference after minus before
     * @param findings   what this bundle's checks of the review would find
     * @param steps      how many approval steps it would take
     */
    record Preview(io.amphora.common.Money before, io.amphora.common.Money after, io.amphora.common.Money difference, List<Difference> differences, List<io.amphora.common.Problem> findings,
                   int steps) {
    }
}
