package io.amphora.transfer.rest;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.ImportOptions;
import java.util.Map;

/** Corrections of what was guessed; parts that are missing stay. {@code mapping} is field to column. */
public record ImportIn(String kind, FileFormat format, Map<String, String> mapping, ImportOptions options) {
}
