package io.amphora.report.rest;

import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.Reports;
import java.util.List;

/** A report that is there. */
public record ReportJson(String id, String title, String description, String icon, String bundle, String bundleVersion, List<ParameterJson> parameters) {
    /** One query parameter of it; {@code fallback} is its value when none is given. */
    public record ParameterJson(String name, String title, ReportInfo.Parameter.Type type, String fallback, List<String> choices) {
        static ParameterJson of(ReportInfo.Parameter p) {
            return new ParameterJson(p.name(), p.title(), p.type(), p.fallback(), p.choices());
        }
    }

    static ReportJson of(Reports.Entry e) {
        return new ReportJson(e.id(), e.info().title(), e.info().description(), e.info().icon(), e.bundle(), e.bundleVersion(),
                e.info().parameters().stream().map(ParameterJson::of).toList());
    }
}
