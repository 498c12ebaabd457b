package io.amphora.transfer.rest;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.ImportOptions;
import java.util.List;
import java.util.Map;

/** Corrections of what was guessed; parts that are missing stay. {@code mapping} is field to column. */
public record ImportIn(String kind, FileFormat format, Map<String, String> mapping, OptionsIn options) {
    /** What a file does not say itself. {@code live}: orders of today; {@code again}: live ones on the dates of the file; neither: orders of the past. */
    public record OptionsIn(String source, String currency, String country, String zone, String location, List<String> services, Boolean live, Boolean again) {
        ImportOptions toOptions() {
            return new ImportOptions(source, currency, country, zone, location, services, Boolean.TRUE.equals(live), Boolean.TRUE.equals(again));
        }
    }

    ImportOptions toOptions() {
        return options == null ? null : options.toOptions();
    }
}
