package io.amphora.assignment.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of this bundle. */
@Component(service = Messages.class)
public final class AssignmentMessages extends Messages {
    public AssignmentMessages() {
        super("i18n.assignment-core");
    }
}
