package io.amphora.transfer.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports from CSV files. Needs {@code transfer.import}, and for what is written the permission to edit it. Publishes {@code transfer.changed}
 * (key: import id). A run is a durable job: after a crash it goes on where it stopped. Thread-safe.
 */
@ProviderType
public interface Imports {
    String IMPORT = "transfer.import";

    /** So many rejected rows are listed per import; further ones are only counted. */
    int KEPT = 10_000;

    /**
     * Takes a file in and looks at it: encoding, delimiter, dates, decimals, columns. Streams; the file may be compressed with gzip.
     *
     * @param body read to its end, not closed
     * @throws io.amphora.common.AmphoraException.Invalid if it is empty, too large, or no text
     */
    Import upload(Actor by, ImportKind kind, String fileName, InputStream body);

    /** Corrects guesses; parts that are null stay. The mapping is remembered for files with the same header. A dry run before does not count any more. */
    Import adjust(Actor by, long id, long version, ImportKind kind, FileFormat format, Map<String, String> mapping, ImportOptions options);

    Import find(Actor by, long id);

    /** Newest first. */
    Page<Import> list(Actor by, PageRequest page);

    Preview preview(Actor by, long id);

    /** What columns can mean. */
    List<ImportField> fields(ImportKind kind);

    /** Goes through the whole file in the background, changing nothing. */
    Import dryRun(Actor by, long id, long version);

    /** Imports in the background; goes on after a failure or a cancel. @throws io.amphora.common.AmphoraException.Refused if something stands in the way */
    Import run(Actor by, long id, long version);

    /** Stops the running job; what was written stays, see {@link #undo}. */
    Import cancel(Actor by, long id);

    /** By row. */
    default Page<RejectedRow> rejected(Actor by, long id, PageRequest page) {
        return rejected(by, id, null, null, page);
    }

    /** Those with a problem of this field and code, see {@link Outcome.Reason}; by row. @param field null for any, empty for the whole row; @param code null for any */
    Page<RejectedRow> rejected(Actor by, long id, String field, String code, PageRequest page);

    /** Replaces the cells of a rejected row. @return with the problems it has now, none when it would go in */
    RejectedRow fix(Actor by, long id, long rowId, long version, List<String> cells);

    /** Imports the rejected rows again, and only those, in the background. */
    Import retry(Actor by, long id, long version);

    /** The listed rejected rows with their problems as CSV (UTF-8 with BOM, safe to open in a spreadsheet program). */
    void writeRejected(Actor by, long id, java.util.Locale locale, OutputStream out);

    /**
     * Takes back the orders, products and customers that this import made. Products and customers that something names since, or that
     * somebody changed, stay: the findings of the import say which and why. What it changed stays as it is.
     *
     * @throws io.amphora.common.AmphoraException.Refused for counted stock, and for live orders
     */
    Import undo(Actor by, long id, long version);

    /** Forgets an import and its file; what it wrote stays. */
    void delete(Actor by, long id, long version);
}
