package io.amphora.transfer.core.run;

import io.amphora.common.Actor;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import java.util.Map;

/** What is imported, and how it is to be read. @param run id of the import: orders remember it */
public record Plan(Actor by, long run, ImportKind kind, FileFormat format, Map<String, String> mapping, ImportOptions options) {
}
