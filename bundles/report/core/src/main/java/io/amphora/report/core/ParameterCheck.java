package io.amphora.report.core;

import io.amphora.common.Problems;
import io.amphora.report.api.ReportInfo.Parameter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What was asked against what a template takes: names everything unknown or unfit, fills in the fallbacks. */
final class ParameterCheck {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final Problems problems = new Problems();

    static Map<String, String> checked(List<Parameter> takes, Map<String, String> given) {
        return new ParameterCheck().check(takes, given);
    }

    private Map<String, String> check(List<Parameter> takes, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : takes) {
            String value = given.get(parameter.name());
            if (value == null || value.isBlank()) {
                value = parameter.fallback();
            }
            if (value != null) {
                values.put(parameter.name(), value.strip());
                check(parameter, value.strip());
            }
        }
        List<String> names = takes.stream().map(Parameter::name).toList();
        new TreeSet<>(given.keySet()).stream().filter(name -> !names.contains(name)).forEach(name ->
                problems.add(shown(name), "report.parameter-unknown", "is no parameter of this report; it takes {0}", String.join(", ", names)));
        if (problems.isEmpty() && isDate(takes, "from") && isDate(takes, "to") && values.containsKey("from") && values.containsKey("to")) {
            problems.check(values.get("from").compareTo(values.get("to")) <= 0, "to", "report.period", "must not be before {0}", values.get("from"));
        }
        problems.throwIfAny();
        return values;
    }

    private void check(Parameter parameter, String value) {
        String name = parameter.name();
        switch (parameter.type()) {
            case DATE -> problems.check(isDate(value), name, "report.date", "must be a date like 2011-08-31, was {0}", shown(value));
            case MONTH -> problems.check(isMonth(value), name, "report.month", "must be a month like 2011-08, was {0}", shown(value));
            case NUMBER -> problems.check(WHOLE.matcher(value).matches(), name, "report.number", "must be a whole number, was {0}", shown(value));
            case CHOICE -> problems.check(parameter.choices().contains(value), name, "report.choice", "must be one of {0}, was {1}",
                    String.join(", ", parameter.choices()), shown(value));
            case TEXT -> problems.optionalText(name, value, Problems.TEXT);
        }
    }

    private static boolean isDate(List<Parameter> takes, String name) {
        return takes.stream().anyMatch(p -> p.name().equals(name) && p.type() == Parameter.Type.DATE);
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isMonth(String value) {
        try {
            return value.length() == 7 && YearMonth.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
