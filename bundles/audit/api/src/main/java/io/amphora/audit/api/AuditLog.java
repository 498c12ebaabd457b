package io.amphora.audit.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.io.IOException;
import java.io.Writer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everybody's acts. Entries are written from the events of all domains, a moment after the act itself, and never changed.
 * Needs {@code audit.read}. Thread-safe.
 */
@ProviderType
public interface AuditLog {
    String READ = "audit.read";

    /** Newest first. */
    Page<AuditEntry> list(Actor by, AuditFilter filter, PageRequest page);

    /** All entries of the filter, newest first, as CSV (RFC 4180) with a head line; reads page by page, however many there are. Does not close {@code to}. */
    void csv(Actor by, AuditFilter filter, Writer to) throws IOException;
}
