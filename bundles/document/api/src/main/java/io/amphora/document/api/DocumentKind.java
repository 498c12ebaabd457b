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
    QUOTATION("order.enter", "QU"),
    /** Goes into a parcel: what is in it, a page for each; no prices. */
    PACKING_SLIP("order.fulfil", "PS"),
    /** Goes onto a parcel: to whom, by whom, and its numbers as barcodes; a small page for each. */
    PARCEL_LABEL("order.fulfil", "PB"),
    /** Asks for money for what has left the house; each line once. Numbered without gaps. */
    INVOICE("document.invoice", "IN"),
    /** Takes back a part of an invoice. Numbered without gaps. */
    CREDIT_NOTE("document.invoice", "CN");

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

    /** Whether it is made of the parcels of shipments, not of the lines of the order. */
    public boolean ofParcels() {
        return this == PACKING_SLIP || this == PARCEL_LABEL;
    }

    /** Whether it counts in the books: its number comes from the series of the year, without gaps. */
    public boolean isBill() {
        return this == INVOICE || this == CREDIT_NOTE;
    }

    /** Whether it shows prices. */
    public boolean isPriced() {
        return this == ORDER_CONFIRMATION || this == QUOTATION || isBill();
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
