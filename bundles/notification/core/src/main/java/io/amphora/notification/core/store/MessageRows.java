package io.amphora.notification.core.store;

import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading and claiming messages. */
public final class MessageRows {
    private MessageRows() {
    }

    /** Newest first. */
    public static List<MessageEntity> page(EntityManager em, MessageFilter filter, Long before, int size) {
        TypedQuery<MessageEntity> query = em.createQuery("select m from MessageEntity m where m.id < :before" + (filter.state() == null ? "" : " and m.state = :state")
                + (filter.label() == null ? "" : " and m.label = :label") + " order by m.id desc", MessageEntity.class);
        query.setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (filter.state() != null) {
            query.setParameter("state", filter.state());
        }
        if (filter.label() != null) {
            query.setParameter("label", filter.label());
        }
        return query.setMaxResults(size).getResultList();
    }

    /** What is in somebody's bell, newest first. */
    public static List<MessageEntity> bell(EntityManager em, String person, Long before, int size) {
        return em.createQuery("select m from MessageEntity m where m.recipient = :person and m.transport = :bell and m.state = :sent and m.id < :before order by m.id desc", MessageEntity.class)
                .setParameter("person", person).setParameter("bell", MessageTransport.BELL).setParameter("sent", MessageState.SENT)
                .setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size).getResultList();
    }

    /** Counts no further than the limit. */
    public static int unread(EntityManager em, String person, int limit) {
        return Sql.of("select id from notification_message where rec_id = ? and unread = 1 order by id", person).first(limit).values(em).size();
    }

    /** @param ids null for all */
    public static int read(EntityManager em, String person, Collection<Long> ids) {
        Sql sql = Sql.of("update notification_message set unread = 0, version = version + 1 where rec_id = ? and unread = 1", person);
        return ids == null ? sql.update(em) : sql.in(" and id in", ids).update(em);
    }

    public static int countFailed(EntityManager em, int limit) {
        return Sql.of("select id from notification_message where msg_state = ? order by id", MessageState.FAILED).first(limit).values(em).size();
    }

    /** Those of these drafts ({@link Draft#once}) that are kept already. */
    public static Set<String> known(EntityManager em, Collection<String> dedups) {
        Set<String> known = new HashSet<>();
        List<String> all = new ArrayList<>(dedups);
        for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
            List<Object[]> rows = Sql.of("select dedup, rec_kind, rec_id, transport from notification_message where").in(" dedup in", all.subList(from, Math.min(from + Sql.MAX_IN, all.size()))).rows(em);
            rows.forEach(r -> known.add(r[0] + "|" + r[1] + "|" + r[2] + "|" + r[3]));
        }
        return known;
    }

    /**
     * Takes messages that are due, so that nobody else sends them before the lease ends. On PostgreSQL nodes pass by the rows that another is taking; on
     * Derby there is one node, and the version tells its threads apart.
     */
    public static List<MessageEntity> claim(EntityManager em, String transport, Instant now, Instant leaseEnds, int max) {
        Sql sql = Sql.of("select id from notification_message where transport = ? and due_at <= ? and gather = 0 order by due_at", transport, now).first(max);
        if (postgres(em)) {
            sql.add(" for update skip locked");
        }
        List<Number> ids = sql.values(em);
        List<MessageEntity> claimed = new ArrayList<>();
        for (Number id : ids) {
            MessageEntity message = em.find(MessageEntity.class, id.longValue());
            // somebody may have taken it between the two statements; from here on the version tells
            if (message != null && message.isDue(now)) {
                message.claimed(leaseEnds);
                claimed.add(message);
            }
        }
        em.flush();
        return claimed;
    }

    private static boolean postgres(EntityManager em) {
        try {
            return em.unwrap(Connection.class).getMetaData().getDatabaseProductName().startsWith("PostgreSQL");
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Messages about the same for somebody, in one way. */
    public record Group(String recipient, String transport, String occasion) {
    }

    /** Those whose time to gather is over for at least one message. */
    public static List<Group> gathered(EntityManager em, Instant now) {
        return Sql.of("select distinct rec_id, transport, occasion from notification_message where gather = 1 and due_at <= ?", now).rows(em).stream()
                .map(r -> new Group((String) r[0], (String) r[1], (String) r[2])).toList();
    }

    /** Oldest first: what waits, and of the bell what is unread since then. */
    public static List<MessageEntity> of(EntityManager em, Group group, Instant since) {
        return em.createQuery("select m from MessageEntity m where m.recipient = :r and m.transport = :t and m.occasion = :o and m.kind = :k"
                + " and (m.gather = 1 or m.createdAt >= :s and m.state = :sent and m.unread = 1) order by m.id", MessageEntity.class).setParameter("r", group.recipient())
                .setParameter("t", group.transport()).setParameter("o", group.occasion()).setParameter("k", Recipient.Kind.PERSON).setParameter("s", since)
                .setParameter("sent", MessageState.SENT).getResultList();
    }

    /** When each of these was last written to since a moment, by recipient, transport and occasion; what waits for others does not count. */
    public static Map<Group, Instant> recent(EntityManager em, Collection<String> recipients, Instant since) {
        Map<Group, Instant> last = new HashMap<>();
        List<String> all = new ArrayList<>(recipients);
        for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
            Sql.of("select rec_id, transport, occasion, max(created_at) from notification_message where created_at > ? and rec_kind = 'PERSON' and gather = 0"
                    + " and msg_state not in ('SUPPRESSED', 'GATHERED')", since).in(" and rec_id in", all.subList(from, Math.min(from + Sql.MAX_IN, all.size())))
                    .add(" group by rec_id, transport, occasion").rows(em).forEach(r -> last.put(new Group((String) r[0], (String) r[1], (String) r[2]), instant(r[3])));
        }
        return last;
    }

    private static Instant instant(Object value) {
        return (value instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }

    /** Removes old messages that need nothing more. @return how many, at most {@code max} */
    public static int purge(EntityManager em, Instant before, int max) {
        List<Number> ids = Sql.of("select id from notification_message where created_at < ? and due_at is null order by id", before).first(max).values(em);
        return ids.isEmpty() ? 0 : Sql.of("delete from notification_message where").in(" id in", ids).update(em);
    }
}
