package io.amphora.channel.core.store;

import io.amphora.channel.api.Inbox;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reading the inbox. */
public final class InboxRows {
    private InboxRows() {
    }

    /** Newest first. */
    public static List<InboxEntity> page(EntityManager em, Inbox.State state, String channel, Long before, int size) {
        TypedQuery<InboxEntity> query = em.createQuery("select e from InboxEntity e where e.id < :before" + (state == null ? "" : " and e.state = :state")
                + (channel == null ? "" : " and e.channel = :channel") + " order by e.id desc", InboxEntity.class);
        query.setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (channel != null) {
            query.setParameter("channel", channel);
        }
        return query.setMaxResults(size).getResultList();
    }

    /** Oldest first, after an id. */
    public static List<Long> waiting(EntityManager em, long after, int max) {
        return em.createQuery("select e.id from InboxEntity e where e.state = :state and e.id > :after order by e.id", Long.class)
                .setParameter("state", Inbox.State.WAITING).setParameter("after", after).setMaxResults(max).getResultList();
    }

    /** Of these external ids, in the order in which they came. */
    public static List<Long> ids(EntityManager em, String channel, List<String> externalIds) {
        List<Long> ids = new ArrayList<>();
        for (int from = 0; from < externalIds.size(); from += Sql.MAX_IN) {
            List<String> some = new ArrayList<>(externalIds.subList(from, Math.min(from + Sql.MAX_IN, externalIds.size())));
            ids.addAll(em.createQuery("select e.id from InboxEntity e where e.channel = :channel and e.externalId in :ids", Long.class)
                    .setParameter("channel", channel).setParameter("ids", some).getResultList());
        }
        return ids.stream().sorted().toList();
    }

    /** Those of these external ids that are there. */
    public static Set<String> known(EntityManager em, String channel, List<String> externalIds) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < externalIds.size(); from += Sql.MAX_IN) {
            List<String> some = new ArrayList<>(externalIds.subList(from, Math.min(from + Sql.MAX_IN, externalIds.size())));
            known.addAll(em.createQuery("select e.externalId from InboxEntity e where e.channel = :channel and e.externalId in :ids", String.class)
                    .setParameter("channel", channel).setParameter("ids", some).getResultList());
        }
        return known;
    }

    /** Counts no further than the limit. */
    public static int countFailed(EntityManager em, int limit) {
        return em.createQuery("select e.id from InboxEntity e where e.state = :state order by e.id", Long.class).setParameter("state", Inbox.State.FAILED).setMaxResults(limit)
                .getResultList().size();
    }

    public static List<KnownChannel> channels(EntityManager em) {
        return em.createQuery("select k from KnownChannel k order by k.id", KnownChannel.class).getResultList();
    }
}
