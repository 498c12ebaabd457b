package io.amphora.customer.console;

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

class CustomerTextsTest {
    private static Set<String> keys(String file) throws IOException {
        Properties p = new Properties();
        try (Reader in = new InputStreamReader(CustomerTextsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            p.load(in);
        }
        return p.stringPropertyNames();
    }

    /** Keys of this bundle that its classes name. */
    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = Pattern.compile("\"((?:customer)\\.[a-z.-]*[a-z])(?<!css)\"").matcher(Files.readString(file));
                while (m.find()) {
                    used.add(m.group(1));
                }
            }
        }
        return used;
    }

    @Test
    void chineseIsComplete() throws IOException {
        assertThat(keys("customer-console_zh.properties")).isEqualTo(keys("customer-console.properties"));
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        assertThat(keys("customer-console.properties")).containsAll(used());
    }
}
