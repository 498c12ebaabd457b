package io.amphora.channel.core;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.InboxRehearsal;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.core.poll.Channels;
import io.amphora.channel.core.store.InboxEntity;
import io.amphora.channel.core.store.InboxRows;
import io.amphora.channel.core.store.KnownChannel;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inbox in the database. */
@Component(service = Inbox.class)
public final class JpaInbox implements Inbox {
    private static final int REASON = 1_000;

    private final Tx tx;
    private final Outbox outbox;
    private final EntryPlacer placer;
    private final InboxWorker worker;
    private final Channels channels;
    private final Receipts receipts;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public JpaInbox(@Reference(target = "(domain=channel)") Tx tx, @Reference Outbox outbox, @Reference EntryPlacer placer, @Reference InboxWorker worker, @Reference Channels channels) {
        this.channels = channels;
        this.tx = tx;
        this.outbox = outbox;
        this.placer = placer;
        this.worker = worker;
        receipts = new Receipts(outbox, clock);
    }

    @Override
    public int receive(Actor by, String channel, List<IncomingOrder> orders) {
        by.require(MANAGE);
        return receiveOnce(by, Receipts.check(channel, orders), true);
    }

    /** Somebody else may bring the same orders at this moment. */
    private int receiveOnce(Actor by, Receipts.Checked checked, boolean again) {
        try {
            return tx.callWithRetry(em -> {
                int made = receipts.keep(em, by, checked);
                if (made > 0) {
                    // not before they can be seen
                    tx.afterCommit(worker::wake);
                }
                return made;
            });
        } catch (RuntimeException e) {
            if (again && io.amphora.platform.api.Duplicates.caused(e)) {
                return receiveOnce(by, checked, false);
            }
            throw e;
        }
    }

    @Override
    public List<Entry> settled(Actor by, String channel, Collection<String> externalIds) {
        by.require(READ);
        Problems problems = new Problems();
        problems.check(externalIds.size() <= Receipts.AT_ONCE, "externalIds", "inbox.too-many", "at most {0} orders at once", Receipts.AT_ONCE);
        problems.throwIfAny();
        List<Long> ids = tx.call(em -> InboxRows.ids(em, channel, List.copyOf(externalIds)));
        worker.settle(ids);
        return tx.call(em -> ids.stream().map(id -> find(em, id).toEntry()).toList());
    }

    @Override
    public InboxRehearsal rehearse(Actor by, String channel) {
        by.require(MANAGE);
        return worker.rehearse(channel, id -> tx.call(em -> !InboxRows.known(em, channel, List.of(id)).isEmpty()));
    }

    @Override
    public Page<Entry> list(Actor by, State state, String channel, PageRequest page) {
        by.require(READ);
        return Page.of(tx.call(em -> InboxRows.page(em, state, channel, page.afterNumber(), page.size() + 1).stream().map(InboxEntity::toEntry).toList()), page.size(), Entry::id);
    }

    @Override
    public Entry mend(Actor by, long id, long version, IncomingOrder order) {
        by.require(MANAGE);
        tx.call(em -> {
            InboxEntity entry = open(em, id, version);
            Problems problems = new Problems();
            String json = Receipts.json(Receipts.named(order, entry.externalId()), problems);
            problems.throwIfAny();
            entry.waits(json, by, clock.instant());
            em.flush();
            return null;
        });
        return placed(by, id);
    }

    @Override
    public Entry retry(Actor by, long id, long version) {
        by.require(MANAGE);
        tx.call(em -> {
            open(em, id, version).waits(clock.instant());
            em.flush();
            return null;
        });
        return placed(by, id);
    }

    private Entry placed(Actor by, long id) {
        placer.place(by, id);
        return tx.call(em -> find(em, id).toEntry());
    }

    @Override
    public Entry drop(Actor by, long id, long version, String reason) {
        by.require(MANAGE);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, REASON);
        problems.throwIfAny();
        return tx.call(em -> {
            InboxEntity entry = open(em, id, version);
            entry.dropped(why, clock.instant());
            em.flush();
            outbox.add("inbox.dropped", String.valueOf(id), "{\"channel\":" + EntryPlacer.quoted(entry.channel()) + ",\"by\":" + EntryPlacer.quoted(by.name()) + ",\"reason\":"
                    + EntryPlacer.quoted(why) + "}");
            return entry.toEntry();
        });
    }

    private static InboxEntity find(EntityManager em, long id) {
        InboxEntity entry = em.find(InboxEntity.class, id);
        if (entry == null) {
            throw new AmphoraException.NotFound("inbox entry", id);
        }
        return entry;
    }

    /** An entry that can still be changed. */
    private static InboxEntity open(EntityManager em, long id, long version) {
        InboxEntity entry = find(em, id);
        if (entry.version() != version) {
            throw new AmphoraException.Stale("inbox entry", id, version, entry.version());
        }
        if (!Set.of(State.WAITING, State.FAILED).contains(entry.state())) {
            throw new AmphoraException.Refused(Problem.of("", "inbox.closed", "entry {0} is {1} already", id, entry.state()));
        }
        return entry;
    }

    @Override
    public int countFailed(int limit) {
        return tx.call(em -> InboxRows.countFailed(em, limit));
    }

    @Override
    public List<ChannelInfo> channels(Actor by, Locale locale) {
        by.require(READ);
        List<KnownChannel> known = tx.call(InboxRows::channels);
        return channels.describe(known, locale);
    }
}
