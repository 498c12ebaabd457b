package io.amphora.audit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.audit.api.AuditEntry;
import io.amphora.audit.api.AuditFilter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(AuditEntities.class)
class AuditLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Actor AUDITOR = new Actor("finn", "Finn", Set.of("audit.read"));
    private EventRecorder recorder;
    private SqlAuditLog log;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        recorder = new EventRecorder(db.tx("audit"));
        log = new SqlAuditLog(db.tx("audit"));
    }

    @TestTemplate
    void writesDownWhoDidWhatToWhat() {
        recorder.on(List.of(event(7, "order.placed", "4711", "bob", 0)));

        assertThat(all(AuditFilter.ALL)).containsExactly(new AuditEntry(7, NOON, "bob", "order.placed", "4711", "{\"by\":\"bob\",\"note\":\"你好\"}"));
    }

    @TestTemplate
    void hearingAnEventTwiceWritesItOnce() {
        recorder.on(List.of(event(1, "order.placed", "1", "bob", 0), event(2, "order.placed", "2", "bob", 1)));

        recorder.on(List.of(event(2, "order.placed", "2", "bob", 1), event(3, "order.placed", "3", "bob", 2)));

        assertThat(all(AuditFilter.ALL)).extracting(AuditEntry::id).containsExactly(3L, 2L, 1L);
    }

    @TestTemplate
    void findsByPersonSubjectAreaTopicAndTime() {
        recorder.on(List.of(event(1, "order.placed", "10", "bob", 0), event(2, "order.cancelled", "10", "mia", 1), event(3, "identity.signed-in", "mia", "mia", 2), event(4, "ordering.odd", "x", "bob", 3)));

        assertThat(ids(new AuditFilter("bob", null, null, null, null))).containsExactly(4L, 1L);
        assertThat(ids(new AuditFilter(null, null, " 10 ", null, null))).containsExactly(2L, 1L);
        assertThat(ids(new AuditFilter(null, "order.*", "", null, null))).containsExactly(2L, 1L);
        assertThat(ids(new AuditFilter(null, "order.cancelled", null, null, null))).containsExactly(2L);
        assertThat(ids(new AuditFilter(null, null, null, NOON.plusSeconds(1), NOON.plusSeconds(3)))).containsExactly(3L, 2L);
        assertThat(ids(new AuditFilter("mia", "order.*", "10", NOON, null))).containsExactly(2L);
        assertThat(ids(new AuditFilter("' or 1=1 --", null, null, null, null))).isEmpty();
    }

    @TestTemplate
    void pagesThroughEventsOfTheSameInstantWithoutLossOrRepetition() {
        recorder.on(LongStream.rangeClosed(1, 23).mapToObj(i -> event(i, "order.placed", "" + i, "bob", i / 10)).toList());
        List<Long> seen = new ArrayList<>();

        String after = null;
        do {
            Page<AuditEntry> page = log.list(AUDITOR, AuditFilter.ALL, new PageRequest(after, 5));
            page.items().forEach(e -> seen.add(e.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 23).mapToObj(i -> 24 - i).toList());
    }

    @TestTemplate
    void refusesStrangersAndForeignCursors() {
        Actor bob = new Actor("bob", "Bob", Set.of("order.read"));

        assertThatThrownBy(() -> log.list(bob, AuditFilter.ALL, PageRequest.first(5))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> log.csv(bob, AuditFilter.ALL, new StringWriter())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> log.list(AUDITOR, AuditFilter.ALL, new PageRequest("1z", 5))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> log.list(AUDITOR, AuditFilter.ALL, new PageRequest("!.?", 5))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void exportsEverythingWithoutFormulas() throws IOException {
        recorder.on(LongStream.rangeClosed(1, 1200).mapToObj(i -> event(i, "order.placed", "=cmd|' /C calc'!A" + i, "bob", i)).toList());
        StringWriter csv = new StringWriter();

        log.csv(AUDITOR, AuditFilter.ALL, csv);

        assertThat(csv.toString().split("\r\n")).hasSize(1201).startsWith("at,who,what,subject,details");
        assertThat(csv.toString()).contains(",'=cmd|' /C calc'!A1200,").doesNotContain(",=cmd");
    }

    private List<AuditEntry> all(AuditFilter filter) {
        return log.list(AUDITOR, filter, PageRequest.first(100)).items();
    }

    private List<Long> ids(AuditFilter filter) {
        return all(filter).stream().map(AuditEntry::id).toList();
    }

    private static Event event(long id, String topic, String subject, String by, long second) {
        return new Event(id, topic, subject, "{\"by\":\"" + by + "\",\"note\":\"你好\"}", NOON.plusSeconds(second));
    }
}
