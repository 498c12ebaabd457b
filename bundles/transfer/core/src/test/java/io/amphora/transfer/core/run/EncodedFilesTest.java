package io.amphora.transfer.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.api.ImportKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** What bytes that are no clean text do to master data: nothing. */
class EncodedFilesTest {
    private final Memory memory = new Memory();
    private final MemoryLedger ledger = new MemoryLedger(true);

    @Test
    void rejectsRowsWithBytesThatMakeNoSense() {
        FileImport file = products(bytes("SKU,Name\nS1,Cup\nS2,caf\u00E9\n", "UTF-8"), bytes("S3,caf\u00E9s\nS4,na\u00EFve\n", "ISO-8859-1"));

        file.run(ledger, 1);

        assertThat(memory.products).containsOnlyKeys("S1", "S2");
        assertThat(memory.products.get("S2").name()).isEqualTo("caf\u00E9");
        assertThat(ledger.rejects).extracting(r -> r.row().line()).containsExactly(4L, 5L);
        assertThat(ledger.rejects).allSatisfy(r -> assertThat(r.problems().get(0).code()).isEqualTo("transfer.undecodable"));
    }

    @Test
    void rejectsRowsWithControlCharactersOrZeros() {
        FileImport file = products(bytes("SKU,Name\nS1,Cup\nS2,P\0ot\nS3,Mug\u0085\n", "UTF-8"));

        file.run(ledger, 1);

        assertThat(memory.products).containsOnlyKeys("S1");
        assertThat(ledger.rejects).hasSize(2);
    }

    @Test
    void asksToCheckAGuessedEncodingWithASample() {
        FileImport file = products(bytes("SKU,Name\nS1,Cup\nS2,caf\u00E9\n", "windows-1252"));

        assertThat(file.analysis.findings()).extracting(Finding::problem).filteredOn(p -> p.code().equals("transfer.encoding-uncertain")).singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("encoding uncertain, please check: read as windows-1252, the file says \u201Ccaf\u00E9\u201D"));
        assertThat(products(bytes("SKU,Name\nS1,caf\u00E9\n", "UTF-8")).analysis.findings()).isEmpty();
    }

    @Test
    void readsTraditionalChinese() {
        products(bytes("SKU,Name\nS1,\u9752\u74F7\u8336\u58FA\n", "Big5")).run(ledger, 1);

        assertThat(memory.products.get("S1").name()).isEqualTo("\u9752\u74F7\u8336\u58FA");
    }

    private FileImport products(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return FileImport.ofBytes(whole.toByteArray(), ImportKind.PRODUCTS, memory);
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
