package io.amphora.transfer.api;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.Locale;

/** What the rows of a file are. */
public enum ImportKind {
    /** One order line per row (or one order): become historic orders, with the products and customers they name. */
    ORDER_LINES,
    PRODUCTS,
    CUSTOMERS,
    /** Counted quantities per product and location. */
    STOCK;

    /** {@code order-lines}, {@code products}, {@code customers}, {@code stock}: as written in REST and the shell. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws AmphoraException.Invalid if it is none; {@code orders} is understood, too */
    public static ImportKind of(String code) {
        String name = code == null ? "" : code.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (ImportKind kind : values()) {
            if (kind.name().equals(name) || kind == ORDER_LINES && name.equals("ORDERS")) {
                return kind;
            }
        }
        throw new AmphoraException.Invalid(Problem.of("kind", "transfer.kind", "must be order-lines, products, customers or stock, was {0}", String.valueOf(code)));
    }
}
