package io.amphora.transfer.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.core.store.ImportEntity;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Imports in the database. */
final class Entities {
    private Entities() {
    }

    static ImportEntity find(EntityManager em, long id) {
        ImportEntity entity = em.find(ImportEntity.class, id);
        if (entity == null) {
            throw new AmphoraException.NotFound("import", id);
        }
        return entity;
    }

    /** @throws AmphoraException.Stale if it is not at that version */
    static ImportEntity at(EntityManager em, long id, long version) {
        ImportEntity entity = find(em, id);
        if (entity.version() != version) {
            throw new AmphoraException.Stale("import", id, version, entity.version());
        }
        return entity;
    }

    /** Newest first. */
    static List<ImportEntity> page(EntityManager em, Long before, int size) {
        return em.createQuery("select i from ImportEntity i where i.id < :before order by i.id desc", ImportEntity.class).setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(size).getResultList();
    }

    /** @throws AmphoraException.Refused naming all that stands in the way */
    static void startable(ImportEntity entity, ImportJob.Step step) {
        if (step == ImportJob.Step.UNDO && entity.kind() == ImportKind.STOCK) {
            throw new AmphoraException.Refused(Problem.of("", "transfer.no-undo", "counted stock cannot be taken back: count again"));
        }
        List<Problem> obstacles = entity.reading().findings().stream().filter(Finding::blocking).map(Finding::problem).toList();
        if (!obstacles.isEmpty() && step != ImportJob.Step.UNDO) {
            throw new AmphoraException.Refused(obstacles);
        }
    }
}
