package io.amphora.order.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done with a quotation: the one transition table. Anything else is refused with the reason and what would be possible. */
public enum QuotationAction {
    /** Also again, with the same content. */
    SEND(QuotationStatus.SENT, QuotationStatus.OPEN, QuotationStatus.SENT),
    /** Back to be changed. */
    REVISE(QuotationStatus.OPEN, QuotationStatus.SENT, QuotationStatus.EXPIRED),
    ACCEPT(QuotationStatus.ACCEPTED, QuotationStatus.SENT),
    DECLINE(QuotationStatus.DECLINED, QuotationStatus.OPEN, QuotationStatus.SENT, QuotationStatus.EXPIRED),
    /** Done by the platform when the day is over. */
    EXPIRE(QuotationStatus.EXPIRED, QuotationStatus.SENT);

    private final QuotationStatus to;
    private final Set<QuotationStatus> from;

    QuotationAction(QuotationStatus to, QuotationStatus... from) {
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    public QuotationStatus to() {
        return to;
    }

    public Set<QuotationStatus> from() {
        return Set.copyOf(from);
    }

    public boolean appliesTo(QuotationStatus status) {
        return from.contains(status);
    }

    /** What people can do next with a quotation that stands here. */
    public static List<QuotationAction> nextOf(QuotationStatus status) {
        return List.of(values()).stream().filter(a -> a != EXPIRE && a.appliesTo(status)).toList();
    }
}
