package io.amphora.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an order through the console, in both languages. {@link PostgresIT} goes it on the other database. */
class WayThroughIT {
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = new Browsers(Amphora.demo());
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void orderGoesFromTheClerkToCompletion(String language) {
        new Way(browsers).through(language);
    }
}
