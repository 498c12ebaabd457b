package io.amphora.inventory.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of the pages of stock. */
@Component(service = Messages.class)
public final class InventoryConsoleMessages extends Messages {
    public InventoryConsoleMessages() {
        super("i18n.inventory-console");
    }
}
