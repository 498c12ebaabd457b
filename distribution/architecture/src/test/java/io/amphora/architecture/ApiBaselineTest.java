package io.amphora.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Exported packages against their signatures as of the last release ({@code src/test/api}): what was added wants a higher minor version, what was
 * removed or changed a higher major one. A release records them anew: {@code -Dtest=ApiBaselineTest -Damphora.api.record=true}. See ADR 0008.
 */
class ApiBaselineTest {
    private static final Path RECORDED = Path.of("src/test/api");

    /** @param version as exported now; @param tree of its signatures */
    private record Exported(Version version, Tree tree) {
    }

    @Test
    void signaturesChangeOnlyWithTheirVersion() throws Exception {
        Map<String, Exported> now = exported();
        assertThat(now).as("build the bundles first").hasSizeGreaterThan(10);
        if (Boolean.getBoolean("amphora.api.record")) {
            record(now);
        }
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(RECORDED)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
                check(name, Version.parseVersion(lines.get(0)), ApiText.read(lines.subList(1, lines.size())), now.get(name), wrong);
            }
        }
        assertThat(wrong).as("exported packages against the last release").isEmpty();
    }

    @Test
    void seesWhatWasAddedRemovedAndBroken() throws Exception {
        List<String> before = ApiText.write(exported().get("io.amphora.common").tree());
        Tree older = ApiText.read(before);
        Tree fewer = ApiText.read(withoutMethod(before, "optionalText"));

        assertThat(older.diff(ApiText.read(before)).getDelta()).isIn(Delta.UNCHANGED, Delta.IGNORED);
        assertThat(needed(older.diff(fewer).getDelta(), new Version(1, 4, 0))).isEqualTo(new Version(1, 5, 0));
        assertThat(needed(fewer.diff(older).getDelta(), new Version(1, 4, 0))).isEqualTo(new Version(2, 0, 0));
    }

    private static List<String> withoutMethod(List<String> lines, String name) {
        List<String> kept = new ArrayList<>();
        int within = Integer.MAX_VALUE;
        for (String line : lines) {
            int depth = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            within = depth <= within ? Integer.MAX_VALUE : within;
            if (line.contains(" METHOD ") && line.contains(" " + name + "(")) {
                within = depth;
            } else if (within == Integer.MAX_VALUE) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static void check(String name, Version before, Tree older, Exported now, List<String> wrong) {
        if (now == null) {
            wrong.add(name + " " + before + " is not exported any more");
            return;
        }
        Version needed = needed(now.tree().diff(older).getDelta(), before);
        if (now.version().compareTo(needed) < 0) {
            wrong.add(name + " was " + before + ", is " + now.version() + ", but what changed in it wants " + needed + " in its package-info.java");
        }
    }

    private static Version needed(Delta delta, Version before) {
        return switch (delta) {
            case MAJOR, REMOVED -> new Version(before.getMajor() + 1, 0, 0);
            case MINOR, ADDED, CHANGED -> new Version(before.getMajor(), before.getMinor() + 1, 0);
            default -> before;
        };
    }

    private static Map<String, Exported> exported() throws Exception {
        Map<String, Exported> all = new TreeMap<>();
        try (Stream<Path> dirs = Files.walk(Path.of("../../bundles"), 4)) {
            for (Path classes : dirs.filter(p -> p.endsWith("api/target/classes") || p.endsWith("common/target/classes")).sorted().toList()) {
                add(classes, all);
            }
        }
        return all;
    }

    private static void add(Path classes, Map<String, Exported> all) throws Exception {
        try (Jar jar = new Jar(classes.toFile())) {
            Parameters exports = OSGiHeader.parseHeader(jar.getManifest().getMainAttributes().getValue("Export-Package"));
            for (Tree api : new DiffPluginImpl().tree(jar).getChildren()) {
                if (api.getType() == Type.API) {
                    for (Tree tree : api.getChildren()) {
                        Attrs attributes = exports.get(tree.getName());
                        if (attributes != null) {
                            all.put(tree.getName(), new Exported(Version.parseVersion(attributes.getVersion()), tree));
                        }
                    }
                }
            }
        }
    }

    private static void record(Map<String, Exported> now) throws IOException {
        Files.createDirectories(RECORDED);
        try (Stream<Path> old = Files.list(RECORDED)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, Exported> e : now.entrySet()) {
            List<String> lines = new ArrayList<>(List.of(e.getValue().version().toString()));
            lines.addAll(ApiText.write(e.getValue().tree()));
            Files.write(RECORDED.resolve(e.getKey() + ".txt"), lines);
        }
    }
}
