package io.amphora.report.api;

import java.util.List;

/**
 * @param title       in the language asked for
 * @param description one sentence, says what the numbers mean
 * @param icon        {@code vaadin:bar-chart}
 */
public record ReportInfo(String title, String description, String icon, List<Parameter> parameters) {
    public ReportInfo {
        parameters = List.copyOf(parameters);
    }

    /**
     * @param name     {@code from}, {@code to}, {@code limit} …
     * @param title    in the language asked for
     * @param type     how it is entered and checked
     * @param fallback value when none is given, in text form; null: none
     * @param choices  of a CHOICE; their titles are the template's messages {@code report.<id>.<name>.<choice>}, if there are any
     */
    public record Parameter(String name, String title, Type type, String fallback, List<String> choices) {
        public Parameter {
            choices = List.copyOf(choices);
        }

        /** How a parameter is entered: DATE as {@code 2011-08-31}, MONTH as {@code 2011-08}, NUMBER whole, CHOICE one of the choices. */
        public enum Type {
            DATE, MONTH, NUMBER, TEXT, CHOICE
        }
    }
}
