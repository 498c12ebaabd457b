package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.OrderAttachments;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files at orders, in pieces that each are a transaction of their own. */
@Component(service = OrderAttachments.class)
public final class AttachmentsService implements OrderAttachments {
    static final String MAX = "order.attachment-max-mb";
    static final int PART = 256 * 1024;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long USUAL = 20;
    private static final int MOST = 200;
    private static final Duration GIVEN_UP = Duration.ofHours(24);

    private final Tx tx;
    private final OrderStore store;
    private final Settings settings;

    @Activate
    public AttachmentsService(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Settings settings) {
        this.tx = tx;
        this.store = store;
        this.settings = settings;
    }

    @Override
    public long maxBytes() {
        return settings.get(Settings.INSTALLATION, MAX).map(String::strip).filter(m -> m.matches("[1-9][0-9]{0,2}")).map(Long::valueOf).orElse(USUAL) * MEGABYTE;
    }

    @Override
    public Set<String> endings() {
        return FileKinds.endings();
    }

    @Override
    public List<Attachment> list(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> em.createQuery("select a from AttachmentEntity a where a.orderId = :o and a.whole = :w order by a.uploadedAt, a.id", AttachmentEntity.class)
                .setParameter("o", orderId).setParameter("w", true).setMaxResults(MOST).getResultStream().map(AttachmentEntity::toAttachment).toList());
    }

    @Override
    public Attachment add(Actor by, long orderId, String fileName, InputStream content) {
        by.require(ATTACH);
        String name = name(fileName);
        try {
            byte[] part = content.readNBytes(PART);
            String mediaType = checked(name, part);
            long id = begin(by, orderId, name, mediaType);
            boolean done = false;
            try {
                Attachment whole = keep(by, id, part, content);
                done = true;
                return whole;
            } finally {
                if (!done) {
                    tx.callWithRetry(em -> remove(em, id));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the folders that some browsers send. */
    private static String name(String fileName) {
        String bare = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        Problems problems = new Problems();
        String name = problems.text("fileName", bare, 200);
        problems.check(FileKinds.endings().contains(FileKinds.ending(name)), "fileName", "order.attachment-kind", "files of this kind are not taken; taken are {0}",
                String.join(", ", FileKinds.endings()));
        problems.throwIfAny();
        return name;
    }

    private static String checked(String name, byte[] first) {
        String mediaType = FileKinds.mediaType(name, first);
        Problems problems = new Problems();
        problems.check(first.length > 0, "file", "order.attachment-empty", "is empty");
        problems.check(first.length == 0 || mediaType != null, "file", "order.attachment-content", "what is in the file is not what its name says");
        problems.throwIfAny();
        return mediaType;
    }

    private long begin(Actor by, long orderId, String name, String mediaType) {
        return tx.callWithRetry(em -> {
            store.require(em, orderId);
            AttachmentEntity begun = new AttachmentEntity(orderId, name, mediaType, by.name(), OrderStore.now());
            em.persist(begun);
            sweep(em, orderId);
            return begun.id();
        });
    }

    /** Uploads that a crash cut off. */
    private static void sweep(EntityManager em, long orderId) {
        Instant before = OrderStore.now().minus(GIVEN_UP);
        List<Number> left = Sql.of("select a.id from order_attachment a where a.order_id = ? and a.whole = ? and a.uploaded_at < ?", orderId, false, before).values(em);
        left.forEach(id -> remove(em, id.longValue()));
    }

    private Attachment keep(Actor by, long id, byte[] first, InputStream content) throws IOException {
        long max = maxBytes();
        MessageDigest digest = sha256();
        long bytes = 0;
        int number = 0;
        for (byte[] part = first; part.length > 0; part = content.readNBytes(PART)) {
            bytes += part.length;
            if (bytes > max) {
                throw new AmphoraException.Invalid(Problem.of("file", "order.attachment-large", "is larger than {0} MB", max / MEGABYTE));
            }
            digest.update(part);
            AttachmentPartEntity row = new AttachmentPartEntity(id, number++, part);
            tx.callWithRetry(em -> {
                em.persist(row);
                return null;
            });
        }
        return finish(by, id, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private Attachment finish(Actor by, long id, long bytes, String hash) {
        return tx.callWithRetry(em -> {
            AttachmentEntity attachment = em.find(AttachmentEntity.class, id);
            attachment.whole(bytes, hash, OrderStore.now());
            tell(em, by, attachment, "attached", null, attachment.fileName());
            em.flush();
            return attachment.toAttachment();
        });
    }

    private void tell(EntityManager em, Actor by, AttachmentEntity attachment, String what, String before, String after) {
        OrderEntity order = store.require(em, attachment.orderId());
        store.remember(em, order, OrderStore.now(), by, what, "attachment", before, after, null);
        store.publish(order, by, what);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Attachment find(Actor by, long orderId, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> require(em, orderId, id).toAttachment());
    }

    private static AttachmentEntity require(EntityManager em, long orderId, long id) {
        AttachmentEntity found = em.find(AttachmentEntity.class, id);
        if (found == null || found.orderId() != orderId || !found.whole()) {
            throw new AmphoraException.NotFound("attachment", id);
        }
        return found;
    }

    @Override
    public void read(Actor by, long orderId, long id, OutputStream to) {
        find(by, orderId, id);
        int number = 0;
        for (byte[] part = part(id, number); part != null; part = part(id, number)) {
            try {
                to.write(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            number++;
        }
    }

    private byte[] part(long id, int number) {
        return tx.call(em -> em.createQuery("select p from AttachmentPartEntity p where p.attachmentId = :a and p.number = :n", AttachmentPartEntity.class).setParameter("a", id)
                .setParameter("n", number).getResultStream().findFirst().map(AttachmentPartEntity::content).orElse(null));
    }

    @Override
    public void delete(Actor by, long orderId, long id) {
        by.require(ATTACH);
        tx.callWithRetry(em -> {
            AttachmentEntity attachment = require(em, orderId, id);
            tell(em, by, attachment, "detached", attachment.fileName(), null);
            em.flush();
            return remove(em, id);
        });
    }

    private static Void remove(EntityManager em, long id) {
        Sql.of("delete from order_attachment_part where attachment_id = ?", id).update(em);
        Sql.of("delete from order_attachment where id = ?", id).update(em);
        return null;
    }
}
