package io.amphora.audit.api;

import java.time.Instant;

/**
 * Which entries; every part may be null (any). Each single part is answered from an index, whatever the size of the log.
 *
 * @param who     sign-in name
 * @param what    topic ({@code order.placed}) or a whole domain ({@code order.*})
 * @param subject id of what it was done to
 * @param from    at or after
 * @param to      before
 */
public record AuditFilter(String who, String what, String subject, Instant from, Instant to) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    /** Blank texts mean any. */
    public AuditFilter {
        who = blankToNull(who);
        what = blankToNull(what);
        subject = blankToNull(subject);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
