package io.amphora.fulfilment.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FulfilmentMessagesTest {
    private static final Pattern CODE = Pattern.compile("\"((?:shipment|pick|fulfilment)\\.[a-z.-]+)\",\\s+\"[^\"]* ");

    @Test
    void everyProblemIsToldInChineseToo() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (Matcher m = CODE.matcher(Files.readString(file)); m.find(); ) {
                    codes.add(m.group(1));
                }
            }
        }
        codes.stream().filter(c -> new FulfilmentMessages().find("problem." + c, Locale.SIMPLIFIED_CHINESE) == null).forEach(missing::add);

        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Set<Object> english = keys("/i18n/fulfilment-core.properties");
        Set<Object> chinese = keys("/i18n/fulfilment-core_zh.properties");
        chinese.removeIf(k -> k.toString().startsWith("problem."));

        assertThat(english).isEqualTo(chinese);
    }

    private Set<Object> keys(String file) throws IOException {
        Properties all = new Properties();
        try (InputStreamReader in = new InputStreamReader(getClass().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            all.load(in);
        }
        return new TreeSet<>(all.keySet());
    }
}
