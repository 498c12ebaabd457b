package io.amphora.report.api;

import java.util.Locale;
import java.util.Map;

/** @param parameters name to value in text form, fallbacks filled in; absent when neither given nor with a fallback */
public record ReportRequest(Locale locale, Map<String, String> parameters) {
    public ReportRequest {
        parameters = Map.copyOf(parameters);
    }
}
