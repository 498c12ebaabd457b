package io.amphora.document.core;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.AmphoraException;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.IssuedDocument;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Issued documents in the database: written once, never changed. */
@Component(service = DocumentStore.class)
public final class DocumentStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 200;

    private final Tx tx;
    private final Outbox outbox;
    private final OrderHistory history;

    @Activate
    public DocumentStore(@Reference(target = "(domain=document)") Tx tx, @Reference Outbox outbox, @Reference OrderHistory history) {
        this.tx = tx;
        this.outbox = outbox;
        this.history = history;
    }

    /** What the next document of this kind of this order counts as; somebody else may be about to take the same. */
    int next(long orderId, DocumentKind kind) {
        Integer last = tx.call(em -> em.createQuery("select max(d.running) from IssuedEntity d where d.orderId = :o and d.kind = :k", Integer.class)
                .setParameter("o", orderId).setParameter("k", kind.id()).getSingleResult());
        return last == null ? 1 : last + 1;
    }

    /** Somebody else was faster: what was prepared must be prepared anew. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is written with a document, or not at all. */
    interface Besides {
        /** @return what is told of it, besides what is told of every document */
        Map<String, String> write(EntityManager em, IssuedDocument document);
    }

    /** @return empty if somebody else took the number or used the key meanwhile: then nothing is kept */
    Optional<IssuedDocument> add(IssuedDocument document, String orderNumber, int running, String onceKey, byte[] content, Besides besides) {
        try {
            return Optional.of(tx.callWithRetry(em -> {
                IssuedDocument written = write(em, document, running, onceKey, content);
                em.flush();
                tell(written, orderNumber, besides.write(em, written));
                return written;
            }));
        } catch (Taken e) {
            return Optional.empty();
        } catch (PersistenceException e) {
            if (Duplicates.caused(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private IssuedDocument write(EntityManager em, IssuedDocument document, int running, String onceKey, byte[] content) {
        IssuedEntity issued = new IssuedEntity(document, running, onceKey);
        em.persist(issued);
        em.persist(new ContentEntity(issued.id(), content));
        history.add(document.orderId(), document.issuedBy(), "document-" + document.kind().id(), document.number());
        return issued.toDocument();
    }

    private void tell(IssuedDocument document, String orderNumber, Map<String, String> more) {
        ObjectNode event = JSON.createObjectNode().put("by", document.issuedBy()).put("kind", document.kind().id()).put("number", document.number()).put("document", document.id())
                .put("orderNumber", orderNumber).put("sha256", document.sha256());
        more.forEach(event::put);
        outbox.add("document.issued", Long.toString(document.orderId()), event.toString());
    }

    /** What this person issued with this key. */
    Optional<IssuedDocument> once(String by, String key) {
        return tx.call(em -> em.createQuery("select d from IssuedEntity d where d.issuedBy = :b and d.onceKey = :k", IssuedEntity.class).setParameter("b", by).setParameter("k", key)
                .getResultStream().findFirst().map(IssuedEntity::toDocument));
    }

    List<IssuedDocument> list(long orderId) {
        return tx.call(em -> em.createQuery("select d from IssuedEntity d where d.orderId = :o order by d.issuedAt desc, d.id desc", IssuedEntity.class)
                .setParameter("o", orderId).setMaxResults(MOST).getResultStream().map(IssuedEntity::toDocument).toList());
    }

    /** Document and bytes. @param content as stored */
    record Stored(IssuedDocument document, byte[] content) {
    }

    Stored find(long orderId, long id) {
        return tx.call(em -> {
            IssuedDocument document = em.createQuery("select d from IssuedEntity d where d.id = :i and d.orderId = :o", IssuedEntity.class).setParameter("i", id)
                    .setParameter("o", orderId).getResultStream().findFirst().map(IssuedEntity::toDocument).orElseThrow(() -> new AmphoraException.NotFound("document", id));
            ContentEntity content = em.find(ContentEntity.class, id);
            return new Stored(document, content == null ? new byte[0] : content.content());
        });
    }
}
