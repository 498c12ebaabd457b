package io.amphora.web.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.platform.api.Secrets;
import io.amphora.platform.api.Tx;
import io.amphora.web.api.Idempotency;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The key's row is written before the work, in its transaction: whoever comes second waits for the first at the database, and then
 * finds the answer, on every node. Answers are sealed: some have a secret in them that is shown once.
 */
@Component(service = Idempotency.class)
public final class OnceOnly implements Idempotency {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_KEY = 200;
    private static final int ATTEMPTS = 5;

    private static final String PURPOSE = "web.answer";

    private final Tx tx;
    private final Secrets secrets;

    @Activate
    public OnceOnly(@Reference(target = "(domain=web)") Tx tx, @Reference Secrets secrets) {
        this.tx = tx;
        this.secrets = secrets;
    }

    @Override
    public Response run(Actor by, String key, String fingerprint, Supplier<Response> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > LONGEST_KEY) {
            throw new AmphoraException.Invalid(Problem.of(HEADER, "too-long", "has {0} characters, at most {1} are allowed", key.length(), LONGEST_KEY));
        }
        String id = hash(by.name() + "\n" + key.strip());
        String print = hash(fingerprint);
        for (int attempt = 1; ; attempt++) {
            try {
                return tx.callWithRetry(em -> once(em, id, print, work));
            } catch (SomebodyWasFaster e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Response once(EntityManager em, String id, String print, Supplier<Response> work) {
        Answer known = em.find(Answer.class, id);
        if (known != null && !known.isOlderThan(Instant.now().minus(KEPT))) {
            return again(known, print);
        }
        if (known != null) {
            em.remove(known);
            em.flush();
        }
        Answer answer = new Answer(id, print, Instant.now());
        claim(em, answer);
        RecordedAnswer done = RecordedAnswer.of(work.get());
        // the work may have cleared the persistence context
        (em.contains(answer) ? answer : em.find(Answer.class, id)).keep(done.withBody(done.body() == null ? null : secrets.seal(PURPOSE, done.body())));
        return done.toResponse(false);
    }

    private Response again(Answer known, String print) {
        if (!known.isFor(print)) {
            throw new AmphoraException.Invalid(Problem.of(HEADER, "idempotency.other-request", "was used before, for another request"));
        }
        RecordedAnswer kept = known.recorded();
        return kept.withBody(secrets.isSealed(kept.body()) ? secrets.open(PURPOSE, kept.body()) : kept.body()).toResponse(true);
    }

    private static void claim(EntityManager em, Answer answer) {
        em.persist(answer);
        try {
            em.flush();
        } catch (PersistenceException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                    throw new SomebodyWasFaster(e);
                }
            }
            throw e;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class SomebodyWasFaster extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SomebodyWasFaster(Throwable cause) {
            super(cause);
        }
    }
}
