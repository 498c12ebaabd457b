package io.amphora.catalog.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What is wrong with products, in other languages than English. */
@Component(service = Messages.class)
public final class CatalogMessages extends Messages {
    public CatalogMessages() {
        super("i18n.catalog-core");
    }
}
