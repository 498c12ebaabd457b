package io.amphora.ext.assignment.region;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The reasons of this rule in other languages. */
@Component(service = Messages.class)
public final class RegionMessages extends Messages {
    public RegionMessages() {
        super("i18n.assignment-region");
    }
}
