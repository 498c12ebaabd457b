package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentMessagesTest {
    private static final Pattern CODE = Pattern.compile("\"[a-zA-Z.\\[\\]]*\", \"(document\\.[a-z.-]+)\", \"");

    @Test
    void everyProblemIsToldInChineseToo() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (Matcher m = CODE.matcher(Files.readString(file)); m.find(); ) {
                    codes.add(m.group(1));
                }
            }
        }

        assertThat(codes).hasSizeGreaterThan(5).allSatisfy(c -> assertThat(new DocumentMessages().find("problem." + c, Locale.SIMPLIFIED_CHINESE)).as(c).isNotNull());
    }

    @Test
    void documentsHaveTheSameTextsInBothLanguages() {
        ResourceBundle.Control none = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("i18n.documents", Locale.ENGLISH, none);
        ResourceBundle chinese = ResourceBundle.getBundle("i18n.documents", Locale.SIMPLIFIED_CHINESE, none);

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(k -> assertThat(chinese.getString(k)).isNotEqualTo(english.getString(k)));
    }
}
