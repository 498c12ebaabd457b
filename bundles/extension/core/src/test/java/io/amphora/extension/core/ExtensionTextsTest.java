package io.amphora.extension.core;

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

class ExtensionTextsTest {
    @Test
    void everyProblemHasAChineseText() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher code = Pattern.compile("\"(extension\\.[a-z-]+)\", *\"|\"(extension\\.start-hangs)\"|\", \"(extension\\.[a-z-]+)\"").matcher(Files.readString(source));
                while (code.find()) {
                    codes.add(code.group(1) != null ? code.group(1) : code.group(2) != null ? code.group(2) : code.group(3));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(15).allSatisfy(code -> assertThat(new ExtensionMessages().find("problem." + code, Locale.SIMPLIFIED_CHINESE)).as(code).isNotNull());
    }

    @Test
    void everyShippedFeatureHasATitleInBothLanguages() throws IOException {
        Matcher feature = Pattern.compile("<feature name=\"(amphora-[^\"]+)\"").matcher(Files.readString(Path.of("../../../features/src/main/feature/features.xml")));
        Set<String> names = new TreeSet<>();
        while (feature.find()) {
            names.add(feature.group(1));
        }
        ExtensionMessages texts = new ExtensionMessages();
        assertThat(names).hasSizeGreaterThan(20).allSatisfy(name -> {
            assertThat(texts.find("feature." + name, Locale.ENGLISH)).as(name).isNotNull();
            assertThat(texts.find("feature." + name, Locale.SIMPLIFIED_CHINESE)).as(name).isNotNull().isNotEqualTo(texts.find("feature." + name, Locale.ENGLISH));
        });
    }
}
