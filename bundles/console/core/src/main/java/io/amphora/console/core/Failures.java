package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Toast;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The border where exceptions of listeners end: refusals are shown; anything else is logged once under a reference that the user sees. The page stays usable. */
final class Failures implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void error(ErrorEvent event) {
        Optional<AmphoraException> refusal = refusal(event.getThrowable());
        String reference = refusal.isPresent() ? "" : log(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null && !ui.isClosing()) {
            refusal.ifPresentOrElse(Toast::error, () -> Toast.error("console.failed", reference));
        }
    }

    /** @return the reference under which it stands in the log */
    static String log(Throwable failure) {
        String reference = Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36 * 36), 36).toUpperCase(java.util.Locale.ROOT);
        LOG.error("console failure {}", reference, failure);
        return reference;
    }

    /** The refusal of a use case that a page did not handle itself, if it is one. */
    static Optional<AmphoraException> refusal(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof AmphoraException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
