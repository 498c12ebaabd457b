package io.amphora.transfer.core.store;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.api.ImportOptions;
import java.util.List;
import java.util.Map;

/** How a file is to be read: kept as one JSON text. */
public record Reading(FileFormat format, Map<String, String> mapping, ImportOptions options, List<Finding> findings) {
}
