package io.amphora.report.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard SPI: a report. Called on a worker thread, possibly several at once, with a deadline of 30 seconds. Must be stateless. */
@ConsumerType
public interface ReportTemplate {
    /** Required service property: stable id, lower case with dashes; part of URLs. Never change it. */
    String PROPERTY_ID = "amphora.report.id";

    /** What people see of it before it runs. */
    ReportInfo info(Locale locale);

    /**
     * @param request what was asked; values of parameters are checked against {@link ReportInfo#parameters} already
     * @param data    what happened in the business, as far as the asking user may see it
     * @throws ReportException if it cannot be made because something is broken; for parameters that do not go together throw
     *                         {@link io.amphora.common.AmphoraException.Invalid}, which names them
     */
    ReportResult run(ReportRequest request, ReportData data) throws ReportException;
}
