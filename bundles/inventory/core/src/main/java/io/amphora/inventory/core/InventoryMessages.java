package io.amphora.inventory.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What is wrong with stock, in other languages than English. */
@Component(service = Messages.class)
public final class InventoryMessages extends Messages {
    public InventoryMessages() {
        super("i18n.inventory-core");
    }
}
