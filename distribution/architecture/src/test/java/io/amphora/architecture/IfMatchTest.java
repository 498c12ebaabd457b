package io.amphora.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is overwritten over REST is overwritten by somebody who says what he saw: no concurrent edit is lost. */
class IfMatchTest {
    /** What may do without, and why nothing is lost. */
    private static final Set<String> WITHOUT = Set.of(
            "ExtensionResource.change", "ExtensionResource.remove", // on, off, gone: says all there is to it
            "TrackingLinkResource.share", "TrackingLinkResource.revoke", // the same
            "MeResource.changePassword", "UserResource.setPassword", "TokenResource.revoke", // nobody reads them before
            "ApprovalResource.back", "AttachmentResource.delete"); // never change, so they are as they were seen
    private static final Pattern METHOD = Pattern.compile("@(PUT|PATCH|DELETE)\\b(?<between>(?:(?!@(?:GET|POST|PUT|PATCH|DELETE)\\b)[\\s\\S])*?)\\n    public [\\w<>, .]+? (?<name>\\w+)\\((?<parameters>[^{]*)\\{");

    @Test
    void nothingIsOverwrittenWithoutIfMatch() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> with = new TreeSet<>();
        for (Path file : resources()) {
            Matcher m = METHOD.matcher(Files.readString(file));
            while (m.find()) {
                String name = file.getFileName().toString().replace(".java", "") + "." + m.group("name");
                (m.group("parameters").contains("HttpHeaders.IF_MATCH") ? with : found).add(name);
            }
        }

        assertThat(found).as("PUT, PATCH, DELETE without If-Match").isEqualTo(new TreeSet<>(WITHOUT));
        assertThat(with).hasSizeGreaterThan(25);
    }

    private static List<Path> resources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../bundles"))) {
            return files.filter(p -> p.toString().contains("/rest/src/main/java/") && p.toString().endsWith(".java")).toList();
        }
    }
}
