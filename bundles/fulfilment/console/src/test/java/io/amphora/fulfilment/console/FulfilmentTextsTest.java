package io.amphora.fulfilment.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FulfilmentTextsTest {
    private static Set<String> keys(String file) throws IOException {
        Properties p = new Properties();
        try (Reader in = new InputStreamReader(FulfilmentTextsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            p.load(in);
        }
        return p.stringPropertyNames();
    }

    /** Keys of this bundle that its classes name; enumerations have theirs in the core. */
    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = Pattern.compile("\"((?:shipment|pick|wave|pack)\\.[a-z.-]*[a-z])\"").matcher(Files.readString(file));
                while (m.find()) {
                    used.add(m.group(1));
                }
            }
        }
        used.removeAll(Set.of("shipment.action", "pick.state"));
        return used;
    }

    @Test
    void chineseIsComplete() throws IOException {
        assertThat(keys("fulfilment-console_zh.properties")).isEqualTo(keys("fulfilment-console.properties"));
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        assertThat(keys("fulfilment-console.properties")).containsAll(used());
    }
}
