package io.amphora.transfer.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.transfer.api.FileFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnifferTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {"a,b,c/1,2,3~,", "a;b;c/1,5;2;3~;", "a|b/1|2~|", "name;price/\"x, y; z\";1,5~;", "a,b/\"x;y;z;w\",2/\"p;q;r;s\",3~,",
        "only/1/2~,"})
    void findsTheDelimiter(String text, String expected) {
        assertThat(Sniffer.cells(text.replace('/', '\n'), "UTF-8").delimiter()).isEqualTo(expected);
    }

    @Test
    void findsTabsSingleQuotesAndTheHintOfSpreadsheets() {
        assertThat(Sniffer.cells("a\tb\n1\t2\n", "UTF-8").delimiter()).isEqualTo("\t");
        assertThat(Sniffer.cells("'a','b'\n'1,5','2'\n'3','4'\n'5','6,7'\n", "UTF-8").quote()).isEqualTo("'");
        assertThat(Sniffer.cells("a,b\nit's,2\nthat's,3\n", "UTF-8").quote()).isEqualTo("\"");
        FileFormat hinted = Sniffer.cells("sep=|\na|b\n1|2\n", "UTF-8");
        assertThat(hinted.delimiter()).isEqualTo("|");
        assertThat(hinted.skip()).isEqualTo(1);
    }

    @Test
    void passesOverTitlesAboveTheHeader() {
        FileFormat format = Sniffer.cells("Sales report;;;\nJanuary 2024\n\nOrder;Date;Item;Price\nA1;2024-01-31;S1;1,50\nA2;2024-01-31;S2;2,50\n", "UTF-8");
        assertThat(format.delimiter()).isEqualTo(";");
        assertThat(format.skip()).isEqualTo(3);
        assertThat(Sniffer.cells("a,b,c\n1,2,3\n4,5,6\n", "UTF-8").skip()).isZero();
        assertThat(Sniffer.cells("a,,\n1,2,3\n4,5,6\n", "UTF-8").skip()).as("numbers are no header").isZero();
    }

    @Test
    void readsACompressedFileAndCountsItsLines() throws IOException {
        Path file = folder.resolve("x.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("sep=;\nnr;text\n1;\"two\nlines\"\n\n3;x\n".getBytes(StandardCharsets.UTF_8));
        }

        var source = new SourceFile(file);
        List<Row> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.of(source, Sniffer.guess(source).format())) {
            csv.forEachRemaining(rows::add);
            assertThat(csv.position()).isEqualTo(source.size());
        }

        assertThat(rows).extracting(Row::line).containsExactly(3L, 6L);
        assertThat(rows.get(0).cell(1)).isEqualTo("two\nlines");
    }

    @Test
    void makesColumnNamesUniqueAndNeverEmpty() {
        try (CsvRows csv = CsvRows.of(" a ,,a\n1,2,3\n", Sniffer.cells("a,b,c\n", "UTF-8"))) {
            assertThat(csv.header()).containsExactly("a", "column 2", "a (2)");
        }
    }

    @Test
    void saysWhereAQuoteIsNeverClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("open.csv"), "a,b\n1,2\n3,\"open\n4,5\n");

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("quotation mark").hasMessageContaining("2");
    }

    @Test
    void refusesALineOfAHundredMegabytesWithoutReadingItWhole() throws IOException {
        Path file = folder.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("a,b\n1,2\n");
            for (int i = 0; i < 1000; i++) {
                out.write("x".repeat(100_000));
            }
        }

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("more than");
    }

    @Test
    void saysThatACompressedFileIsDamaged() throws IOException {
        Path whole = folder.resolve("w.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            for (int i = 0; i < 10_000; i++) {
                out.write(("line " + i * 31 + "," + i + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> Sniffer.guess(new SourceFile(half))).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("damaged");
    }

    private static void readAll(Path file) {
        var source = new SourceFile(file);
        try (CsvRows csv = CsvRows.of(source, Sniffer.guess(source).format())) {
            csv.forEachRemaining(r -> { });
        }
    }
}
