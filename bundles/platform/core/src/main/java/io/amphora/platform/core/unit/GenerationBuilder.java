package io.amphora.platform.core.unit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Makes an EclipseLink factory over the classes of many bundles. */
final class GenerationBuilder {
    /** EclipseLink knows sessions by name in the whole process. */
    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final int PARSED_QUERIES = 2_000;

    private final DataSource dataSource;
    private final Database database;
    private final URL root;
    private final AtomicInteger open = new AtomicInteger();
    private volatile long lastMillis;
    private int number;

    GenerationBuilder(DataSource dataSource, Database database, URL root) {
        this.dataSource = dataSource;
        this.database = database;
        this.root = root;
    }

    /** @throws RuntimeException naming what does not fit */
    Generation build(List<Contribution> members) {
        long began = System.nanoTime();
        String name = "amphora-" + SESSIONS.incrementAndGet();
        ClassLoader loader = new CompositeLoader(PersistenceProvider.class.getClassLoader(), members);
        List<String> classes = members.stream().flatMap(m -> m.classNames().stream()).toList();
        EntityManagerFactory factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(new UnitInfo(name, dataSource, loader, root, classes), properties(name));
        try {
            deploy(factory, members);
        } catch (RuntimeException | LinkageError e) {
            factory.close();
            throw e;
        }
        open.incrementAndGet();
        lastMillis = (System.nanoTime() - began) / 1_000_000;
        return new Generation(++number, members, factory, open::decrementAndGet);
    }

    private Map<String, Object> properties(String name) {
        return Map.ofEntries(
                Map.entry("eclipselink.session-name", name),
                Map.entry("eclipselink.weaving", "static"),
                Map.entry("eclipselink.target-database", database.platform()),
                Map.entry("eclipselink.logging.logger", "org.eclipse.persistence.logging.DefaultSessionLog"),
                // what it would log is thrown as well
                Map.entry("eclipselink.logging.level", "OFF"),
                // several nodes may write the same database
                Map.entry("eclipselink.cache.shared.default", "false"),
                Map.entry("eclipselink.session.customizer", Rows.class.getName()),
                Map.entry("eclipselink.jdbc.batch-writing", "JDBC"),
                Map.entry("eclipselink.jdbc.batch-writing.size", "500"),
                // an EntityManager lives for one transaction: nothing to resume after the commit
                Map.entry("eclipselink.persistence-context.close-on-commit", "true"));
    }

    /** Now rather than at first use, so that it fails now; also sets the static metamodel (X_) to this generation. */
    private static void deploy(EntityManagerFactory factory, List<Contribution> members) {
        try (EntityManager em = factory.createEntityManager()) {
            // EclipseLink only warns of a class that it cannot read
            members.forEach(m -> m.entities().forEach(em.getMetamodel()::entity));
        }
        ServerSession session = factory.unwrap(ServerSession.class);
        session.getProject().setJPQLParseCacheMaxSize(PARSED_QUERIES);
        // the pool looks after its connections; a transaction that lost its own fails and is repeated by who began it
        session.getLogin().setConnectionHealthValidatedOnError(false);
        session.getLogin().setQueryRetryAttemptCount(0);
    }

    /** Generations not closed yet. */
    int open() {
        return open.get();
    }

    long lastMillis() {
        return lastMillis;
    }
}
