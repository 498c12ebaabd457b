package io.amphora.transfer.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TransferMessagesTest {
    @Test
    void knowsEveryProblemOfTheCodeInBothLanguages() throws IOException {
        TransferMessages messages = new TransferMessages();
        TreeSet<String> codes = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(f -> {
                Matcher m = Pattern.compile("\"(transfer\\.[a-z-]+)\",\\s*\"").matcher(text(f));
                while (m.find()) {
                    codes.add(m.group(1));
                }
            });
        }

        assertThat(codes).hasSizeGreaterThan(40).allSatisfy(code -> {
            assertThat(messages.find("problem." + code, Locale.ENGLISH)).isNotNull();
            assertThat(messages.find("problem." + code, Locale.SIMPLIFIED_CHINESE)).isNotNull();
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
