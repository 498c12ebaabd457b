package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problems;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.Returns;
import io.amphora.returns.core.store.ReasonEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reasons as rows. */
@Component(service = {ReturnReasons.class, ReasonBook.class})
public final class ReasonBook implements ReturnReasons {
    private static final int CODE = 30;
    private static final int TITLE = 100;

    private final Tx tx;
    private final ReturnLog log;

    @Activate
    public ReasonBook(@Reference(target = "(domain=returns)") Tx tx, @Reference ReturnLog log) {
        this.tx = tx;
        this.log = log;
    }

    @Override
    public List<Reason> list(Actor by) {
        by.require(Returns.READ);
        return tx.call(ReasonBook::all);
    }

    static List<Reason> all(EntityManager em) {
        return em.createQuery("select r from ReasonEntity r order by r.position, r.code", ReasonEntity.class).getResultStream().map(ReasonEntity::toReason).toList();
    }

    @Override
    public Reason save(Actor by, Reason reason) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        String code = problems.text("code", reason.code(), CODE);
        problems.check(code.isEmpty() || code.matches("[A-Z0-9_]+"), "code", "returns.reason-code", "may have capital letters, digits and _ only");
        String english = problems.text("titleEn", reason.titleEn(), TITLE);
        String chinese = problems.text("titleZh", reason.titleZh(), TITLE);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            ReasonEntity found = em.find(ReasonEntity.class, code);
            long version = found == null ? 0 : found.version();
            if (version != reason.version()) {
                throw new AmphoraException.Stale("return reason", code, reason.version(), version);
            }
            ReasonEntity entity = found == null ? new ReasonEntity(code) : found;
            entity.set(english, chinese, reason.claim(), reason.active(), reason.position());
            em.persist(entity);
            em.flush();
            log.changed("reason", code, by.name(), english);
            return entity.toReason();
        });
    }
}
