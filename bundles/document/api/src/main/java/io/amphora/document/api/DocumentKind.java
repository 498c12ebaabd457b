package io.amphora.document.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of document. */
public enum DocumentKind {
    /** Tells the customer what was ordered, for how much. */
    ORDER_CONFIRMATION("order.enter", "OC"),
    /** Tells the warehouse what to take from where; no prices. */
    PICKING_LIST("order.fulfil", "PL"),
    /** Goes with the goods, also known as packing slip; no prices. */
    DELIVERY_NOTE("order.fulfil", "DN"),
    /** Offers the customer what an order would bring, for how much, until when. */
    QUOTATION("order.enter", "QU");

    private final String permission;
    private final String sign;

    DocumentKind(String permission, String sign) {
        this.permission = permission;
        this.sign = sign;
    }

    /** Stable name in URLs, service properties and the database: {@code order-confirmation}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who may issue one. Looking at one needs {@link Documents#READ} only. */
    public String permission() {
        return permission;
    }

    /** Two letters in the numbers of documents of this kind. */
    public String sign() {
        return sign;
    }

    /** The kind with this {@link #id}. */
    public static Optional<DocumentKind> of(String id) {
        return Arrays.stream(values()).filter(k -> k.id().equals(id)).findFirst();
    }
}
