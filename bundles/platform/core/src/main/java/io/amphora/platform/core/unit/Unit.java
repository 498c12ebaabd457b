package io.amphora.platform.core.unit;

import io.amphora.platform.api.Tx;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The persistence unit over one database: which contributions serve, and which were refused and why. Changed by one thread at a
 * time; the transactions of all others go on meanwhile, on the generation they began with.
 */
public final class Unit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Unit.class);

    private final DataSource dataSource;
    private final Database database;
    private final GenerationBuilder builder;
    private final Migrations migrations;
    private final Transactions transactions;
    private final Map<Contribution, String> refused = new ConcurrentHashMap<>();
    private volatile Generation current;

    /**
     * @param root         where the bundle or jar of this class lies: EclipseLink wants to know
     * @param transactions so many at once; must be less than the pool has connections
     * @throws Database.DatabaseUnreachable if the database does not answer
     */
    public Unit(DataSource dataSource, URL root, int transactions) {
        this.dataSource = dataSource;
        this.database = Database.of(dataSource);
        this.builder = new GenerationBuilder(dataSource, database, root);
        this.migrations = new Migrations(dataSource, database);
        this.transactions = new Transactions(() -> current, transactions);
    }

    /**
     * Serves as many of the wanted contributions as fit together. One that was refused is not tried again until somebody leaves.
     *
     * @return whether anything changed
     * @throws Database.DatabaseUnreachable nothing changed; worth another try
     */
    public boolean serve(Collection<Contribution> wanted) {
        Generation old = current;
        List<Contribution> serving = old == null ? List.of() : old.members();
        List<Contribution> staying = serving.stream().filter(wanted::contains).toList();
        refused.keySet().retainAll(wanted);
        if (staying.size() < serving.size()) {
            // what they clashed with may be gone
            refused.clear();
        }
        refuseTaken(staying, wanted);
        List<Contribution> fresh = wanted.stream().filter(c -> !serving.contains(c) && !refused.containsKey(c)).toList();
        if (fresh.isEmpty() && staying.size() == serving.size()) {
            return false;
        }
        Generation next = new Fitting(old, serving.size() == staying.size()).fit(staying, fresh);
        if (next == old) {
            return false;
        }
        current = next;
        if (old != null) {
            old.retire();
        }
        LOG.info("generation {} serves {}", generation(), domains());
        return true;
    }

    /** The search for the largest set that fits together. Builds before it migrates, so that who is refused leaves no tables behind. */
    private final class Fitting {
        private final Generation old;
        private final boolean oldIsGood;

        Fitting(Generation old, boolean oldIsGood) {
            this.old = old;
            this.oldIsGood = oldIsGood;
        }

        Generation fit(List<Contribution> staying, List<Contribution> fresh) {
            Generation base = oldIsGood ? old : null;
            List<Contribution> candidates = oldIsGood ? fresh : Stream.concat(staying.stream(), fresh.stream()).toList();
            while (true) {
                Generation found = largest(base, without(candidates, refused.keySet()));
                List<Contribution> unmigrated = failedMigrations(found, fresh);
                if (unmigrated.isEmpty()) {
                    return found;
                }
                discard(found);
            }
        }

        /** All at once; if that fails, half by half, so that only those are left out that do not fit. */
        private Generation largest(Generation base, List<Contribution> candidates) {
            if (candidates.isEmpty()) {
                return base;
            }
            try {
                Generation built = builder.build(concat(base, candidates));
                discard(base);
                return built;
            } catch (RuntimeException | LinkageError e) {
                discardIfUnreachable(base, e);
                if (candidates.size() == 1) {
                    refuse(candidates.get(0), e);
                    return base;
                }
                LOG.warn("looking for the culprit among {}: {}", candidates, reason(e));
                int half = candidates.size() / 2;
                Generation left = largest(base, candidates.subList(0, half));
                return largest(left, candidates.subList(half, candidates.size()));
            }
        }

        private List<Contribution> failedMigrations(Generation found, List<Contribution> fresh) {
            List<Contribution> failed = new ArrayList<>();
            for (Contribution c : found == null ? List.<Contribution>of() : found.members()) {
                if (fresh.contains(c)) {
                    try {
                        migrations.run(c);
                    } catch (RuntimeException | LinkageError e) {
                        discardIfUnreachable(found, e);
                        refuse(c, e);
                        failed.add(c);
                    }
                }
            }
            return failed;
        }

        private void discard(Generation generation) {
            if (generation != null && generation != old) {
                generation.retire();
            }
        }

        /** A dead database makes everybody look guilty, also one that has just come back. */
        private void discardIfUnreachable(Generation generation, Throwable failure) {
            try {
                Database.throwIfUnreachable(failure);
                Database.of(dataSource);
            } catch (Database.DatabaseUnreachable e) {
                discard(generation);
                throw e;
            }
        }
    }

    private void refuseTaken(List<Contribution> staying, Collection<Contribution> wanted) {
        Set<String> taken = staying.stream().map(Contribution::domain).collect(Collectors.toSet());
        for (Contribution c : wanted) {
            if (!staying.contains(c) && !refused.containsKey(c) && !taken.add(c.domain())) {
                refuse(c, new IllegalArgumentException("another bundle brings the domain " + c.domain()));
            }
        }
    }

    private static List<Contribution> concat(Generation base, List<Contribution> more) {
        return base == null ? more : Stream.concat(base.members().stream(), more.stream()).toList();
    }

    private static List<Contribution> without(List<Contribution> all, Collection<Contribution> some) {
        return all.stream().filter(c -> !some.contains(c)).toList();
    }

    private void refuse(Contribution contribution, Throwable why) {
        refused.put(contribution, reason(why));
        LOG.error("{} does not join the persistence unit: {}", contribution, reason(why));
    }

    static String reason(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).map(t -> String.valueOf(t.getMessage())).reduce((a, b) -> b).orElse("").strip();
    }

    /** Works while the contribution serves; stays the same across generations. */
    public Tx tx(Contribution contribution) {
        return new DomainTx(contribution, transactions);
    }

    /** Those that serve. */
    public List<Contribution> members() {
        Generation generation = current;
        return generation == null ? List.of() : generation.members();
    }

    public List<String> domains() {
        return members().stream().map(Contribution::domain).toList();
    }

    /** Those that do not fit, with the reason. */
    public Map<Contribution, String> refused() {
        return Map.copyOf(refused);
    }

    public int generation() {
        Generation generation = current;
        return generation == null ? 0 : generation.number();
    }

    public int open() {
        return builder.open();
    }

    public long lastBuildMillis() {
        return builder.lastMillis();
    }

    public Database database() {
        return database;
    }

    /** No transaction begins any more; running ones end. */
    @Override
    public void close() {
        Generation last = current;
        current = null;
        if (last != null) {
            last.retire();
        }
    }
}
