package io.amphora.notification.core.send;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Guard;
import io.amphora.platform.api.guard.NoAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transport that is there now, and how it has done. Foreign code, called through a {@link Guard} only. */
final class ActiveTransport {
    static final int FAILURES = 5;
    static final Duration REST = Duration.ofMinutes(1);
    /** Messages under way at once. One that hangs keeps its place until it really ends. */
    static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveTransport.class);

    /** What came of sending. @param error null if it was sent; @param forGood whether trying again is of no use */
    record Outcome(String error, boolean forGood) {
        static final Outcome SENT = new Outcome(null, false);
    }

    final String id;
    final Set<Recipient.Kind> reaches;
    final String bundle;
    final String bundleVersion;
    private final MessageTransport transport;
    private final Breaker breaker;
    private final Guard guard;
    private final LongSupplier nanos;
    /** Of webhooks: each address is a server of its own, and one that is down silences no other. */
    private final Map<String, Breaker> addresses = new ConcurrentHashMap<>();
    private final Map<String, Troubled> troubled = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();
    /** Of everything but webhooks. */
    private final AtomicReference<String> lastLogged = new AtomicReference<>();

    /** An address that fails. @param error that was logged @param times it failed since it worked */
    private record Troubled(String error, long times) {
    }

    ActiveTransport(MessageTransport transport, String id, Set<Recipient.Kind> reaches, String bundle, String bundleVersion, LongSupplier nanos) {
        this.transport = transport;
        this.id = id;
        this.reaches = reaches;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.nanos = nanos;
        this.breaker = new Breaker(FAILURES, REST, nanos);
        this.guard = new Guard(breaker, AT_ONCE);
    }

    /** Takes places for as many messages as it can send now; who took them sends as many, or gives places back. After a rest a single one tries whether it works again. */
    int reserve() {
        return guard.reserve();
    }

    void giveBack(int unused) {
        guard.giveBack(unused);
    }

    /** How long a message may be under way: after that somebody else may take it. */
    Duration deadline() {
        try {
            Duration timeout = transport.timeout();
            return timeout == null || timeout.isNegative() || timeout.isZero() ? Duration.ofSeconds(30) : timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        } catch (RuntimeException | LinkageError e) {
            return Duration.ofSeconds(30);
        }
    }

    /** For one place that was reserved. */
    Outcome send(OutgoingMessage message, ExecutorService threads) {
        if (message.to().kind() != Recipient.Kind.WEBHOOK) {
            return send(message, threads, null, ActiveTransport::forGood);
        }
        String to = String.valueOf(message.to().address());
        Breaker address = addresses.computeIfAbsent(to, a -> new Breaker(FAILURES, REST, nanos));
        if (!address.allows()) {
            guard.giveBack(1);
            return new Outcome(address.lastError(), false);
        }
        Outcome outcome = send(message, threads, to, thrown -> true);
        if (outcome.error() == null) {
            address.succeeded();
            works(to);
        } else {
            address.failed(outcome.error());
        }
        return outcome;
    }

    /** @param address of a webhook, else null @param fair whether what it threw is the fault of this message or address: then the transport works */
    private Outcome send(OutgoingMessage message, ExecutorService threads, String address, Predicate<Throwable> fair) {
        try {
            guard.callInPlace(threads, deadline(), () -> {
                transport.send(message);
                return null;
            }, sent -> null, fair);
            if (address == null) {
                lastLogged.set(null);
            }
            return Outcome.SENT;
        } catch (NoAnswer e) {
            if (forGood(e.getCause())) {
                refused.incrementAndGet();
                return new Outcome(text(e.getCause()), true);
            }
            return failed(e, address);
        }
    }

    /** One address is wrong: the transport works. */
    private static boolean forGood(Throwable thrown) {
        return thrown instanceof TransportException refusal && refusal.forGood();
    }

    private Outcome failed(NoAnswer e, String address) {
        String error = e.getCause() == null ? e.getMessage() : text(e.getCause());
        // not the same again and again; and a transport that says why needs no stack trace
        if (e.why() != NoAnswer.Why.INTERRUPTED && isNews(error, address)) {
            LOG.warn("message transport {} of {} failed{}: {}", id, bundle, address == null ? "" : " for " + host(address), error, e.getCause() instanceof TransportException ? null : e.getCause());
        }
        return new Outcome(error, false);
    }

    /** An address is news once, whatever it says later: those that are down say now this, now that. */
    private boolean isNews(String error, String address) {
        return address == null ? !error.equals(lastLogged.getAndSet(error))
                : troubled.merge(address, new Troubled(error, 1), (known, again) -> new Troubled(known.error(), known.times() + 1)).times() == 1;
    }

    private void works(String address) {
        Troubled was = troubled.remove(address);
        if (was != null) {
            LOG.info("message transport {} works again for {}, after {} failures that began with: {}", id, host(address), was.times(), was.error());
        }
    }

    /** What follows in the address may be a secret. */
    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "an address" : host;
        } catch (IllegalArgumentException e) {
            return "an address";
        }
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Never fails: one that cannot even name itself goes by its id. */
    String title(Locale locale) {
        try {
            String title = transport.title(locale);
            return title == null || title.isBlank() ? id : title.strip();
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }

    String health() {
        return breaker.health();
    }

    long sent() {
        return breaker.asked() - breaker.failures() - refused.get();
    }

    long failed() {
        return breaker.failures() + refused.get();
    }

    /** Null while it works. */
    String lastError() {
        return breaker.health().equals("ok") ? null : breaker.lastError();
    }
}
