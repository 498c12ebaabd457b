package io.amphora.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What must not be in the archive: code that may not be passed on, and default passwords. Looks into jars in jars, too. */
class ArchiveIT {
    private static final Path SERVER = Path.of("..", "target", "assembly");
    private static final Pattern COMMERCIAL_NAME = Pattern.compile("(?i).*(highcharts|highstock|com/vaadin/flow/component/(charts|board|crud|gridpro|map|richtexteditor|spreadsheet|cookieconsent|dashboard)/"
            + "|com/vaadin/collaborationengine/|com/vaadin/pro/|vaadin-(charts|board|crud|grid-pro|map|rich-text-editor|spreadsheet|cookie-consent|dashboard)[-.@/]).*");
    private static final Pattern COMMERCIAL_SCRIPT = Pattern.compile("Highcharts|highcharts\\.com|<?vaadin-(chart|board|crud|grid-pro|map|rich-text-editor|spreadsheet|dashboard)\\b\"|cvdlName|Commercial Vaadin Developer License");

    @Test
    void containsNoCommercialCode() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SERVER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".jar")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        scan(file.getFileName().toString(), in, found);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void scan(String where, InputStream in, List<String> found) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = where + "!" + entry.getName();
            if (COMMERCIAL_NAME.matcher(entry.getName()).matches()) {
                found.add(name);
            }
            if (entry.getName().endsWith(".jar")) {
                scan(name, new ByteArrayInputStream(zip.readAllBytes()), found);
            } else if (entry.getName().endsWith(".js") && COMMERCIAL_SCRIPT.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).find()) {
                found.add(name + " (content)");
            }
        }
    }

    @Test
    void isThereAsTarAndZipWithoutDataOfARun() {
        assertThat(Path.of(System.getProperty("amphora.archive"))).isRegularFile();
        assertThat(Path.of(System.getProperty("amphora.archive").replace(".tar.gz", ".zip"))).isRegularFile();
        assertThat(SERVER.resolve("etc/host.key")).doesNotExist();
        assertThat(SERVER.resolve("data/derby")).doesNotExist();
    }
}
