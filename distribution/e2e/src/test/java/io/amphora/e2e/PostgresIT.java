package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.distribution.kit.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that runs on Derby moves to PostgreSQL when its one file is edited, and goes on taking orders there. */
class PostgresIT {
    @Test
    void movesToPostgresWhileItRunsAndGoesOnTakingOrders() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); RunningServer server = new RunningServer(Amphora.archive(), Amphora.home("postgres"))) {
            server.drop(Amphora.demoBundle());
            server.start("768m");
            awaitDemo(server, "derby");
            String onDerby = order(server);

            server.usePostgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            awaitDemo(server, "postgresql");
            String number = order(server);

            assertThat(count(postgres, "select count(*) from orders where order_number = '" + number + "' and order_status <> 'DRAFT'")).isEqualTo(1);
            assertThat(onDerby).isNotEmpty();
            try (Browsers browsers = new Browsers(server)) {
                new Way(browsers).through("en");
            }
            assertThat(count(postgres, "select count(*) from orders where order_status = 'COMPLETED' and historic = false")).isPositive();
            assertThat(server.get("/api/v1/stock/verify", Amphora.token(server, "mia")).get("problems")).isEmpty();
        }
    }

    /** The new database begins empty, so the demo business is loaded again. */
    private static void awaitDemo(RunningServer server, String database) {
        Awaitility.await().atMost(120, TimeUnit.SECONDS).ignoreExceptions().until(() -> server.get("/health", null).get("database").asText().equals(database)
                && server.get("/api/v1/orders?size=50", Amphora.token(server, "sam")).get("items").size() >= 40);
    }

    private static String order(RunningServer server) throws Exception {
        String token = Amphora.token(server, "sam");
        long customer = server.get("/api/v1/customers?size=1", token).get("items").get(0).get("id").asLong();
        String body = "{\"customerId\":" + customer + ",\"lines\":[{\"sku\":\"POST\",\"quantity\":1}]}";
        JsonNode placed = server.post("/api/v1/orders", token, HttpRequest.BodyPublishers.ofString(body), "application/json");
        return placed.get("number").asText();
    }

    private static int count(EmbeddedPostgres postgres, String sql) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
