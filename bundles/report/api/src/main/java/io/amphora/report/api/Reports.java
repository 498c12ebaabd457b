package io.amphora.report.api;

import io.amphora.common.Actor;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The reports that are there now. Needs {@code report.read}. Thread-safe. */
@ProviderType
public interface Reports {
    String READ = "report.read";

    /** @param bundle symbolic name of who brings it */
    record Entry(String id, ReportInfo info, String bundle, String bundleVersion) {
    }

    /** How a template does: {@code ok}, {@code failing} (recent failures) or {@code open} (not run for now); @param lastError may be null */
    record Health(String id, String bundle, String state, long runs, long failures, String lastError) {
    }

    /** By title. A template that cannot even say what it is has its id as title. */
    List<Entry> list(Actor by, Locale locale);

    /**
     * @param parameters in text form; unknown or unfit ones are all named
     * @throws io.amphora.common.AmphoraException.NotFound if no such report is there (any more)
     * @throws io.amphora.common.AmphoraException.Refused  code {@code report.failed} if the template threw, {@code report.timeout} if it hung
     */
    ReportResult run(Actor by, String id, Map<String, String> parameters, Locale locale);

    /**
     * As CSV (RFC 4180, UTF-8), safe against formula injection: a line of {@linkplain ReportResult.Column#name() column names}, then the rows; no totals, which
     * would be counted twice.
     */
    void csv(Actor by, String id, Map<String, String> parameters, Locale locale, Writer to) throws IOException;

    /** Of every template that is there, by id. */
    List<Health> health(Actor by);

    /** Symbolic name of the bundle that brings a report, or that brought it last: for those who kept a link to it. */
    Optional<String> bundleOf(Actor by, String id);
}
