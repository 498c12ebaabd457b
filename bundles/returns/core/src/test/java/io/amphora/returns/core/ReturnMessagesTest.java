package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.EnumTexts;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReturnMessagesTest {
    private static final Pattern CODE = Pattern.compile("\"(returns\\.[a-z.-]+)\",\\s+\"[^\"]* ");

    @Test
    void everyProblemIsToldInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (Matcher m = CODE.matcher(Files.readString(file)); m.find(); ) {
                    keys.add("problem." + m.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(20);
        Stream.of(ReturnState.values()).map(EnumTexts::key).forEach(keys::add);
        Stream.of(ReturnAction.values()).map(EnumTexts::key).forEach(keys::add);

        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(keys).as(locale.toString()).allSatisfy(k -> assertThat(new ReturnMessages().find(k, locale)).as(k).isNotNull());
        }
    }
}
