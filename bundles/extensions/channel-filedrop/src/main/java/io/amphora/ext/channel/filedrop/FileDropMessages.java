package io.amphora.ext.channel.filedrop;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this channel. */
@Component(service = Messages.class)
public final class FileDropMessages extends Messages {
    public FileDropMessages() {
        super("i18n.filedrop");
    }
}
