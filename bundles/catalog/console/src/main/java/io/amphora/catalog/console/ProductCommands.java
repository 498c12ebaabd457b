package io.amphora.catalog.console;

import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCommands;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds products by SKU or name in the command palette. */
@Component
public final class ProductCommands implements ConsoleCommands {
    private static final int MOST = 6;

    private final Products products;

    @Activate
    public ProductCommands(@Reference Products products) {
        this.products = products;
    }

    @Override
    public List<Command> find(Actor actor, String text, Locale locale) {
        if (!actor.may(Products.READ)) {
            return List.of();
        }
        return products.search(actor, text, MOST).stream().map(p -> new Command("product.list", p.name(), p.sku(), "vaadin:package", "product/" + p.id())).toList();
    }
}
