package io.amphora.audit.core;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.amphora.audit.api.AuditEntry;
import io.amphora.audit.api.AuditFilter;
import io.amphora.audit.api.AuditLog;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.SpreadsheetText;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the log along its indexes, newest first. */
@Component(service = AuditLog.class)
public final class SqlAuditLog implements AuditLog {
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Tx tx;

    @Activate
    public SqlAuditLog(@Reference(target = "(domain=audit)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Page<AuditEntry> list(Actor by, AuditFilter filter, PageRequest page) {
        by.require(READ);
        Sql sql = statement(filter, Cursor.of(page)).first(page.size() + 1);
        List<AuditEntry> rows = tx.call(em -> sql.entities(em, AuditRow.class).stream().map(AuditRow::toEntry).toList());
        return Page.ofText(rows, page.size(), e -> new Cursor(e.at(), e.id()).text());
    }

    private static Sql statement(AuditFilter filter, Cursor after) {
        Instant before = filter.to() == null ? END_OF_TIME : filter.to();
        Sql sql = Sql.of("select event_id, occurred_at, who, area, topic, subject, details from audit_entry where occurred_at < ?", before);
        if (after != null) {
            // the first condition is where the index is entered, the second leaves out what the last page had
            sql.add(" and occurred_at <= ? and (occurred_at < ? or event_id < ?)", after.at(), after.at(), after.id());
        }
        if (filter.what() != null) {
            int dot = filter.what().indexOf('.');
            sql.add(" and area = ?", dot < 0 ? filter.what() : filter.what().substring(0, dot));
            sql.addIf(dot < 0 || filter.what().endsWith(".*") ? null : filter.what(), " and topic = ?");
        }
        return sql.addIf(filter.who(), " and who = ?").addIf(filter.subject(), " and subject = ?").addIf(filter.from(), " and occurred_at >= ?")
                .add(" order by occurred_at desc, event_id desc");
    }

    @Override
    public void csv(Actor by, AuditFilter filter, Writer to) throws IOException {
        by.require(READ);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
        csv.writeRecord("at", "who", "what", "subject", "details");
        String after = null;
        do {
            Page<AuditEntry> page = list(by, filter, new PageRequest(after, PageRequest.MAX));
            for (AuditEntry e : page.items()) {
                csv.writeRecord(e.at().toString(), SpreadsheetText.safe(e.who()), SpreadsheetText.safe(e.topic()), SpreadsheetText.safe(e.subject()), SpreadsheetText.safe(e.details()));
            }
            after = page.next();
        } while (after != null);
        csv.flush();
    }
}
