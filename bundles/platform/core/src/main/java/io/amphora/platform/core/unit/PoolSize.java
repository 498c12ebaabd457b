package io.amphora.platform.core.unit;

import java.util.Map;

/** How many transactions may run at once over a pool. */
final class PoolSize {
    /** HikariCP's own default. */
    private static final int DEFAULT_CONNECTIONS = 10;
    /** For migrations and the building of the next generation, which do not pass the gate. */
    private static final int RESERVED = 2;

    private PoolSize() {
    }

    /** @param properties of the DataSource service: what stands in its configuration file */
    static int transactions(Map<String, Object> properties) {
        Object size = properties.getOrDefault("hikari.maximumPoolSize", properties.get("pool.maximumPoolSize"));
        int connections = size == null ? DEFAULT_CONNECTIONS : Integer.parseInt(size.toString().strip());
        return Math.max(2, connections - RESERVED);
    }
}
