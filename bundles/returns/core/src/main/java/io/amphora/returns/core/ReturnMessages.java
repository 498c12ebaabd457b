package io.amphora.returns.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class ReturnMessages extends Messages {
    public ReturnMessages() {
        super("i18n.returns-core");
    }
}
