package io.amphora.report.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: hears when reports came or went. */
@ConsumerType
public interface ReportListener {
    /** {@link Reports#list} answers something else now. Called on any thread; must return at once and must not throw. */
    void reportsChanged();
}
