package io.amphora.catalog.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of the pages of products. */
@Component(service = Messages.class)
public final class CatalogConsoleMessages extends Messages {
    public CatalogConsoleMessages() {
        super("i18n.catalog-console");
    }
}
