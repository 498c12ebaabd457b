package io.amphora.platform.core.unit;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of one domain to where its bundle wants them. */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DataSource dataSource;
    private final Database database;

    Migrations(DataSource dataSource, Database database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    /** @throws org.flywaydb.core.api.FlywayException naming the script and statement that failed */
    void run(Contribution contribution) {
        String[] locations = locations(contribution);
        if (locations.length == 0) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Flyway finds its dialects with ServiceLoader
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            MigrateResult result = Flyway.configure(contribution.loader()).dataSource(dataSource).locations(locations)
                    .table("flyway_" + contribution.domain()).baselineOnMigrate(true).baselineVersion("0").outOfOrder(true).load().migrate();
            LOG.info("tables of {} at version {}, {} scripts run", contribution, result.targetSchemaVersion, result.migrationsExecuted);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String[] locations(Contribution contribution) {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("db/" + contribution.domain(), "db/" + contribution.domain() + "-" + database.id())) {
            if (contribution.loader().getResource(folder) != null) {
                found.add("classpath:" + folder);
            }
        }
        return found.toArray(String[]::new);
    }
}
