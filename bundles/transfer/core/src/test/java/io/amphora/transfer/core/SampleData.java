package io.amphora.transfer.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real sample files beside the repository; tests over it are skipped, saying so, where it is absent. */
public final class SampleData {
    private SampleData() {
    }

    public static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), () -> "skipped: no sample data at " + file);
        return file;
    }

    private static Path folder() {
        String given = System.getProperty("amphora.data");
        if (given != null) {
            return Path.of(given);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        Path beside = at.resolveSibling("shared").resolve("data");
        return Files.exists(beside) || at.getParent() == null || at.getParent().getParent() == null ? beside : at.getParent().resolveSibling("shared").resolve("data");
    }
}
