package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Sql;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class AttachmentTest {
    private EntryFixture entry;
    private long order;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        entry = new EntryFixture(db);
        order = entry.orders.entry.place(ALL, anOrder().with("SKU-1", "2").build()).id();
    }

    private Attachment add(String name, byte[] content) {
        return entry.attachments.add(ALL, order, name, new ByteArrayInputStream(content));
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(4).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    @TestTemplate
    void keepsAFileInPartsAndGivesItBackByteForByte() {
        byte[] content = pdf(AttachmentsService.PART * 2 + 17);

        Attachment kept = add("C:\\Users\\mia\\Purchase order.PDF", content);

        assertThat(kept.fileName()).isEqualTo("Purchase order.PDF");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.size()).isEqualTo(content.length);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        entry.attachments.read(ALL, order, kept.id(), back);
        assertThat(back.toByteArray()).isEqualTo(content);
        assertThat(entry.attachments.list(ALL, order)).containsExactly(kept);
        assertThat(entry.orders.queries.timeline(ALL, order, PageRequest.first(1)).items()).extracting(TimelineEntry::what, TimelineEntry::after).containsExactly(
                org.assertj.core.groups.Tuple.tuple("attached", "Purchase order.PDF"));
    }

    @TestTemplate
    void deletedIsGoneButTheTimelineKnows() {
        Attachment kept = add("note.txt", "hello".getBytes(StandardCharsets.UTF_8));

        entry.attachments.delete(ALL, order, kept.id());

        assertThat(entry.attachments.list(ALL, order)).isEmpty();
        assertThatThrownBy(() -> entry.attachments.find(ALL, order, kept.id())).isInstanceOf(AmphoraException.NotFound.class);
        assertThat(parts()).isZero();
        assertThat(entry.orders.queries.timeline(ALL, order, PageRequest.first(1)).items().get(0).before()).isEqualTo("note.txt");
    }

    private int parts() {
        return entry.orders.tx.call(em -> Sql.of("select count(*) from order_attachment_part").<Number>values(em).get(0).intValue());
    }

    @TestTemplate
    void refusesWhatIsTooLargeWithoutATrace() {
        entry.orders.twins.settings.put(AttachmentsService.MAX, "1");

        assertThatThrownBy(() -> add("big.pdf", pdf(1024 * 1024 + 1))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.attachment-large"));
        assertThat(parts()).isZero();
        assertThat(entry.attachments.list(ALL, order)).isEmpty();
    }

    @TestTemplate
    void refusesWhatIsNotWhatItsNameSays() {
        assertThatThrownBy(() -> add("virus.exe", pdf(100))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> add("page.html", pdf(100))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> add("fake.pdf", "MZ\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> add("fake.png", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> add("empty.txt", new byte[0])).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> add(null, pdf(100))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void needsThePermissionAndTheRightOrder() {
        Attachment kept = add("note.txt", "hello".getBytes(StandardCharsets.UTF_8));
        Actor reader = new Actor("ron", "Ron", Set.of("order.read"));
        long other = entry.orders.entry.place(ALL, anOrder().with("SKU-1", "2").build()).id();

        assertThat(entry.attachments.list(reader, order)).hasSize(1);
        assertThatThrownBy(() -> entry.attachments.delete(reader, order, kept.id())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> entry.attachments.add(reader, order, "a.txt", new ByteArrayInputStream(new byte[] {65}))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> entry.attachments.find(ALL, other, kept.id())).isInstanceOf(AmphoraException.NotFound.class);
    }
}
