package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.OrderAttachments;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnPhotos;
import io.amphora.returns.api.Returns;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps photos of returns as files of their orders, and which are of which return. */
@Component
public final class Photos implements ReturnPhotos {
    private final Tx tx;
    private final OrderAttachments files;
    private final ReturnLog log;

    @Activate
    public Photos(@Reference(target = "(domain=returns)") Tx tx, @Reference OrderAttachments files, @Reference ReturnLog log) {
        this.tx = tx;
        this.files = files;
        this.log = log;
    }

    @Override
    public List<Attachment> list(Actor by, long returnId) {
        by.require(Returns.READ);
        by.require(OrderQueries.READ);
        Set<Long> mine = tx.call(em -> ids(em, ReturnRows.require(em, returnId)));
        return mine.isEmpty() ? List.of() : files.list(by, orderOf(returnId)).stream().filter(a -> mine.contains(a.id())).toList();
    }

    @Override
    public Attachment add(Actor by, long returnId, String fileName, InputStream content) {
        by.require(Returns.READ);
        if (Stream.of(ReturnDesk.REQUEST, ReturnDesk.DECIDE).noneMatch(by::may)) {
            by.require(ReturnDesk.RECEIVE);
        }
        Problems problems = new Problems();
        String name = fileName == null ? "" : fileName.strip();
        boolean taken = ENDINGS.stream().anyMatch(e -> name.toLowerCase(Locale.ROOT).endsWith("." + e));
        problems.check(taken, "fileName", "returns.photo-kind", "photos and PDF are taken: {0}", String.join(", ", new TreeSet<>(ENDINGS)));
        problems.throwIfAny();
        long order = orderOf(returnId);
        requireRoom(returnId);
        // whoever handles a return may add to it, without all that may be done with files of orders
        Attachment added = files.add(new Actor(by.name(), by.name(), Set.of(OrderAttachments.ATTACH, OrderQueries.READ)), order, name, content);
        tx.callWithRetry(em -> {
            Sql.of("insert into return_photo (return_id, attachment_id) values (?, ?)", returnId, added.id()).update(em);
            log.remember(em, returnId, "photo", by.name(), added.fileName());
            return null;
        });
        return added;
    }

    private void requireRoom(long returnId) {
        tx.call(em -> {
            ReturnEntity r = ReturnRows.require(em, returnId);
            if (ids(em, r).size() >= MOST) {
                throw new AmphoraException.Refused(Problem.of("", "returns.photo-many", "return {0} has {1} photos already", r.number(), MOST));
            }
            return null;
        });
    }

    private long orderOf(long returnId) {
        return tx.call(em -> ReturnRows.require(em, returnId).orderId());
    }

    private static Set<Long> ids(EntityManager em, ReturnEntity r) {
        List<Number> ids = Sql.of("select p.attachment_id from return_photo p where p.return_id = ?", r.id()).values(em);
        return ids.stream().map(Number::longValue).collect(Collectors.toSet());
    }
}
