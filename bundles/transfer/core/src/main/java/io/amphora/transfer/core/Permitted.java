package io.amphora.transfer.core;

import io.amphora.catalog.api.Products;
import io.amphora.channel.api.Inbox;
import io.amphora.common.Actor;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Stock;
import io.amphora.transfer.api.ImportKind;
import java.util.List;
import java.util.Map;

/** What one must be allowed to do to import things of a kind: said before the work begins, not in its midst. */
final class Permitted {
    private static final Map<ImportKind, List<String>> LOOKING = Map.of(ImportKind.ORDER_LINES, List.of(Customers.READ), ImportKind.PRODUCTS, List.of(),
            ImportKind.CUSTOMERS, List.of(Customers.READ), ImportKind.STOCK, List.of(Stock.READ));
    private static final Map<ImportKind, List<String>> WRITING = Map.of(ImportKind.ORDER_LINES, List.of(Products.EDIT, Customers.EDIT), ImportKind.PRODUCTS, List.of(Products.EDIT),
            ImportKind.CUSTOMERS, List.of(Customers.EDIT), ImportKind.STOCK, List.of(Stock.ADJUST));

    private Permitted() {
    }

    static void check(Actor by, ImportKind kind, boolean live, ImportJob.Step step) {
        if (live && kind == ImportKind.ORDER_LINES) {
            by.require(Inbox.MANAGE);
        }
        LOOKING.get(kind).forEach(by::require);
        if (step != ImportJob.Step.CHECK) {
            WRITING.get(kind).forEach(by::require);
        }
    }
}
