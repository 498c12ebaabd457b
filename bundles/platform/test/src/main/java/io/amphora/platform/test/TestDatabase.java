package io.amphora.platform.test;

import com.zaxxer.hikari.HikariDataSource;
import io.amphora.platform.api.EntityContribution;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.PlatformEntities;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.core.outbox.LiveFeed;
import io.amphora.platform.core.outbox.OutboxBell;
import io.amphora.platform.core.outbox.SqlOutbox;
import io.amphora.platform.core.sql.Statements;
import io.amphora.platform.core.unit.Contribution;
import io.amphora.platform.core.unit.Database;
import io.amphora.platform.core.unit.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A database of its own, with the tables of the platform and of the given contributions, made by the product's code from the real
 * scripts. See {@link BothDatabases} for how a test gets one.
 */
public final class TestDatabase implements AutoCloseable {
    private static final int TRANSACTIONS = 8;

    private final HikariDataSource dataSource;
    private final Unit unit;
    private final List<Contribution> contributions = new ArrayList<>();
    private final Outbox outbox;

    private TestDatabase(HikariDataSource dataSource, EntityContribution... own) {
        this.dataSource = dataSource;
        unit = new Unit(dataSource, Unit.class.getProtectionDomain().getCodeSource().getLocation(), TRANSACTIONS);
        Stream.concat(Stream.of(new PlatformEntities()), Arrays.stream(own)).map(Contribution::new).forEach(contributions::add);
        unit.serve(contributions);
        if (!unit.refused().isEmpty()) {
            throw new IllegalStateException("refused: " + unit.refused());
        }
        outbox = new SqlOutbox(tx("platform"), new SystemClock(), new LiveFeed(), new OutboxBell());
    }

    /** An empty database with the tables of the platform and of these contributions. */
    public static TestDatabase open(Database database, EntityContribution... own) {
        HikariDataSource dataSource = Servers.fresh(database);
        try {
            return new TestDatabase(dataSource, own);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /** As {@code @Reference(target = "(domain=…)") Tx} in the product. */
    public Tx tx(String domain) {
        return unit.tx(contributions.stream().filter(c -> c.domain().equals(domain)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody contributes " + domain + ": name it in @BothDatabases")));
    }

    /** Writes events as the product does; nobody delivers them. */
    public Outbox outbox() {
        return outbox;
    }

    /** What the outbox holds, in the order it was written. */
    public List<Event> events() {
        return Statements.call(tx("platform"), sql -> sql.query(0, row -> new Event(row.getLong("id"), row.getString("topic"), row.getString("event_key"),
                row.getString("payload"), Statements.instant(row, "written_at")), "select * from outbox_event order by seq_no"));
    }

    /** Empties all tables of all domains. */
    public void clear() {
        try (Connection connection = dataSource.getConnection()) {
            Tables.clear(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Database database() {
        return unit.database();
    }

    /** For SQL past the product's code: to look at rows, or to put some there. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        unit.close();
        dataSource.close();
        Servers.drop(dataSource.getJdbcUrl());
    }
}
