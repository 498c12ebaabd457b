package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Users;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens in the database: only the SHA-256 of a secret is kept (it has 256 random bits, a slow hash would add nothing). */
@Component(service = Tokens.class)
public final class JpaTokens implements Tokens {
    private static final String PREFIX = "amph_";
    private static final int SECRET_BYTES = 32;
    private static final int PER_USER = 200;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Tx tx;
    private final IdentityEvents events;
    private final TokenCache cache;
    private final Clock clock;

    @Activate
    public JpaTokens(@Reference(target = "(domain=identity)") Tx tx, @Reference IdentityEvents events, @Reference TokenCache cache, @Reference Clock clock) {
        this.tx = tx;
        this.events = events;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Issued issue(Actor by, String label, Instant expires) {
        Instant now = clock.instant();
        Problems problems = new Problems();
        String text = problems.text("label", label, UserRules.LABEL_MAX);
        problems.check(expires == null || expires.isAfter(now), "expires", "token.expired", "must be in the future");
        problems.throwIfAny();
        String secret = PREFIX + randomText();
        Token token = tx.callWithRetry(em -> {
            AppUser user = AppUser.byName(em, by.name()).filter(AppUser::isActive).orElseThrow(() -> new AmphoraException.Refused(
                    Problem.of("", "token.no-user", "{0} is not a user: only users have tokens", by.name())));
            dropExpired(em, user.id(), now);
            ApiToken t = new ApiToken(user.id(), text, hash(secret), now, expires == null ? null : expires.truncatedTo(ChronoUnit.MICROS));
            em.persist(t);
            events.add(IdentityEvents.TOKEN_ISSUED, by.name(), by.name(), "token", t.id(), "label", text, "expires", expires);
            return t.toToken(by.name());
        });
        return new Issued(token, secret);
    }

    private void dropExpired(EntityManager em, long userId, Instant now) {
        em.createQuery("delete from ApiToken t where t.userId = :user and t.expiresAt < :now").setParameter("user", userId).setParameter("now", now).executeUpdate();
        long live = em.createQuery("select count(t) from ApiToken t where t.userId = :user", Long.class).setParameter("user", userId).getSingleResult();
        if (live >= PER_USER) {
            throw new AmphoraException.Refused(Problem.of("", "token.too-many", "there are {0} tokens already: revoke some first", live));
        }
    }

    @Override
    public List<Token> list(Actor by) {
        boolean all = by.may(Users.MANAGE);
        return tx.call(em -> {
            TypedQuery<Object[]> query = em.createQuery("select t, u.name from ApiToken t, AppUser u where u.id = t.userId"
                    + (all ? "" : " and u.name = :name") + " order by t.id desc", Object[].class);
            if (!all) {
                query.setParameter("name", by.name());
            }
            return query.getResultStream().map(row -> ((ApiToken) row[0]).toToken((String) row[1])).toList();
        });
    }

    @Override
    public void revoke(Actor by, long id) {
        tx.callWithRetry(em -> {
            ApiToken token = Optional.ofNullable(em.find(ApiToken.class, id)).orElseThrow(() -> new AmphoraException.NotFound("token", id));
            String owner = em.find(AppUser.class, token.userId()).name();
            if (!owner.equals(by.name()) && !by.may(Users.MANAGE)) {
                throw new AmphoraException.NotFound("token", id);
            }
            em.remove(token);
            events.add(IdentityEvents.TOKEN_REVOKED, by.name(), owner, "token", id, "label", token.label());
            return null;
        });
        cache.clear();
    }

    @Override
    public Optional<Actor> actor(String secret) {
        if (secret == null || !secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        String hash = hash(secret);
        Instant now = clock.instant();
        Actor known = cache.get(hash, now);
        return known != null ? Optional.of(known) : load(hash, now);
    }

    private Optional<Actor> load(String hash, Instant now) {
        long asked = cache.generation();
        return tx.call(em -> {
            List<Object[]> rows = em.createQuery("select t, u from ApiToken t, AppUser u where u.id = t.userId and t.secretHash = :hash", Object[].class)
                    .setParameter("hash", hash).getResultList();
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            ApiToken token = (ApiToken) rows.get(0)[0];
            AppUser user = (AppUser) rows.get(0)[1];
            if (!user.isActive() || token.expiresAt() != null && !now.isBefore(token.expiresAt())) {
                return Optional.empty();
            }
            noteUse(em, token, now);
            Actor actor = user.toActor();
            cache.put(asked, hash, actor, now, token.expiresAt());
            return Optional.of(actor);
        });
    }

    /** Now and then only: a write per request would cost more than the request. */
    private static void noteUse(EntityManager em, ApiToken token, Instant now) {
        if (token.lastUsed() == null || token.lastUsed().isBefore(now.minus(USE_NOTED_EVERY))) {
            em.createQuery("update ApiToken t set t.lastUsed = :now where t.id = :id").setParameter("now", now).setParameter("id", token.id()).executeUpdate();
        }
    }

    private String randomText() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
