package io.amphora.document.core;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the PDF library has to say, in our log; what is no warning is for debugging only. */
final class PressLog implements XRLogger {
    private static final Logger LOG = LoggerFactory.getLogger(PressLog.class);

    @Override
    public void log(String where, Level level, String text) {
        log(where, level, text, null);
    }

    @Override
    public void log(String where, Level level, String text, Throwable cause) {
        if (level.intValue() >= Level.WARNING.intValue()) {
            LOG.warn("{}: {}", where, text, cause);
        } else {
            LOG.debug("{}: {}", where, text, cause);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // the platform's logging decides
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue() ? LOG.isWarnEnabled() : LOG.isDebugEnabled();
    }
}
