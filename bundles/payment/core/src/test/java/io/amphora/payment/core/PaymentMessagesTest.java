package io.amphora.payment.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentMessagesTest {
    /** Before a text for people, unlike a topic. */
    private static final Pattern CODE = Pattern.compile("\"(payment\\.[a-z.-]+)\",\\s+\"[^\"]* [^\"]*\"");

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
        codes.stream().filter(c -> new PaymentMessages().find("problem." + c, Locale.SIMPLIFIED_CHINESE) == null).forEach(missing::add);

        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(missing).isEmpty();
    }
}
