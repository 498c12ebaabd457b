package io.amphora.channel.core.poll;

import io.amphora.channel.api.ChannelException;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.api.SalesChannel;
import io.amphora.channel.core.store.KnownChannel;
import io.amphora.common.Actor;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sales channels what is new and brings it to the inbox. All their code runs on threads of its own; one that does not return in time is interrupted, reported, and not called again before it returned.
 */
@Component(service = ChannelPoller.class, immediate = true) // works by itself, nobody refers to it
public final class ChannelPoller {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelPoller.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final int AT_ONCE = 100;
    private static final long TICK = 250;
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Channels channels;
    private final Inbox inbox;
    private final Tx tx;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "amphora-channels"));
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> daemon(work, "amphora-channel"));

    @Activate
    public ChannelPoller(@Reference Channels channels, @Reference Inbox inbox, @Reference(target = "(domain=channel)") Tx tx) {
        this(channels, inbox, tx, Clock.systemUTC());
    }

    ChannelPoller(Channels channels, Inbox inbox, Tx tx, Clock clock) {
        this.channels = channels;
        this.inbox = inbox;
        this.tx = tx;
        this.clock = clock;
        clockwork.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        clockwork.shutdown();
        workers.shutdown();
        channels.present().forEach(WatchedChannel::interrupt);
    }

    private void tick() {
        Instant now = clock.instant();
        for (WatchedChannel channel : channels.present()) {
            WatchedChannel.Call call = channel.call.get();
            if (call != null && now.isAfter(call.deadline())) {
                tooLate(channel, now);
            } else if (channel.due(now)) {
                ask(channel, now);
            }
        }
    }

    private void tooLate(WatchedChannel channel, Instant now) {
        if (channel.lastError() == null || !channel.lastError().startsWith("no answer")) {
            LOG.warn("channel {} of {} {} does not answer", channel.id, channel.bundle, channel.bundleVersion);
            channel.failed(now, "no answer in time");
            channel.interrupt();
            remember(channel, now);
        }
    }

    private void ask(WatchedChannel channel, Instant now) {
        WatchedChannel.Call call = new WatchedChannel.Call(now.plus(GRACE));
        if (!channel.call.compareAndSet(null, call)) {
            return;
        }
        try {
            workers.execute(() -> fetch(channel, call));
        } catch (RejectedExecutionException stopping) {
            channel.call.set(null);
        }
    }

    /** On a worker thread: this is the border to other people's code. */
    private void fetch(WatchedChannel channel, WatchedChannel.Call call) {
        try {
            call.enter(clock.instant().plus(GRACE));
            SalesChannel service = channel.instance();
            Duration timeout = service.timeout();
            call.enter(clock.instant().plus(timeout));
            boolean known = channel.introduced();
            if (!known) {
                channel.introduce(service, LANGUAGES);
            }
            List<IncomingOrder> orders = service.fetch(AT_ONCE);
            if (orders == null) {
                throw new IllegalStateException("returned null");
            }
            keep(channel, call, service, orders, timeout);
            Duration pause = orders.size() >= AT_ONCE ? Duration.ZERO : service.interval();
            call.leave();
            boolean better = !known || channel.lastError() != null;
            channel.succeeded(clock.instant(), pause);
            if (better || !orders.isEmpty()) {
                remember(channel, clock.instant());
            }
        } catch (Throwable e) { // whatever a bundle throws, also missing classes
            call.leave();
            failed(channel, e);
        } finally {
            channel.call.set(null);
        }
    }

    private void keep(WatchedChannel channel, WatchedChannel.Call call, SalesChannel service, List<IncomingOrder> orders, Duration timeout) throws ChannelException {
        if (!orders.isEmpty()) {
            call.leave();
            inbox.receive(Actor.system("channel:" + channel.id), channel.id, orders);
            call.enter(clock.instant().plus(timeout));
            service.accepted(orders);
        }
    }

    private void failed(WatchedChannel channel, Throwable e) {
        first(channel, e);
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        channel.failed(clock.instant(), reason);
        remember(channel, clock.instant());
    }

    /** Not the same again and again. */
    private static void first(WatchedChannel channel, Throwable e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        if (!reason.equals(channel.lastError())) {
            LOG.warn("channel {} of {} {} failed", channel.id, channel.bundle, channel.bundleVersion, e);
        }
    }

    private void remember(WatchedChannel channel, Instant now) {
        try {
            tx.callWithRetry(em -> {
                KnownChannel known = em.find(KnownChannel.class, channel.id);
                if (known == null) {
                    known = new KnownChannel(channel.id);
                    em.persist(known);
                }
                known.is(channel.title(Locale.ENGLISH), channel.bundle, channel.bundleVersion);
                known.fetched(now, channel.lastError());
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("what is known of channel {} could not be kept", channel.id, e);
        }
    }
}
