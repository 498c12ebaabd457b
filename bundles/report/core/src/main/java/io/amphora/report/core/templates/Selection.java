package io.amphora.report.core.templates;

import io.amphora.report.api.ReportData.Filter;
import io.amphora.report.api.ReportInfo.Parameter;
import io.amphora.report.core.ReportMessages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What part of the sales a report is about: the parameters that all shipped templates share. Days and months are UTC's. */
final class Selection {
    private Selection() {
    }

    /** from, to, channel; then the texts named, which drill-downs fill in. */
    static List<Parameter> parameters(ReportMessages messages, Locale locale, String... more) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter(messages, locale, "from", Parameter.Type.DATE));
        parameters.add(parameter(messages, locale, "to", Parameter.Type.DATE));
        parameters.add(parameter(messages, locale, "channel", Parameter.Type.TEXT));
        for (String name : more) {
            parameters.add(parameter(messages, locale, name, name.equals("month") ? Parameter.Type.MONTH : Parameter.Type.TEXT));
        }
        return parameters;
    }

    private static Parameter parameter(ReportMessages messages, Locale locale, String name, Parameter.Type type) {
        return new Parameter(name, messages.text(locale, "report.parameter." + name), type, null, List.of());
    }

    /** Month, from and to together mean what lies in all of them. */
    static Filter filter(Map<String, String> values) {
        Instant from = values.containsKey("from") ? day(LocalDate.parse(values.get("from"))) : null;
        Instant to = values.containsKey("to") ? day(LocalDate.parse(values.get("to")).plusDays(1)) : null;
        if (values.containsKey("month")) {
            YearMonth month = YearMonth.parse(values.get("month"));
            Instant begin = day(month.atDay(1));
            Instant end = day(month.plusMonths(1).atDay(1));
            from = from == null || from.isBefore(begin) ? begin : from;
            to = to == null || to.isAfter(end) ? end : to;
        }
        return new Filter(from, to, values.get("sku"), null, values.get("country"), values.get("channel"));
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
