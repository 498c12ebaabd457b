package io.amphora.ext.channel.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.api.SalesChannel;
import io.amphora.channel.test.SalesChannelContract;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropChannelTest extends SalesChannelContract {
    private static final String HEADER = "external_id,customer_name,email,sku,quantity,unit_price\n";

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private FileDropChannel channel;

    @Override
    protected SalesChannel channel() {
        if (channel == null) {
            channel = new FileDropChannel(folder, Duration.ofSeconds(2), Duration.ofSeconds(1), 10_000, nanos::get);
        }
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        return channel;
    }

    @Override
    protected void offer(List<IncomingOrder> orders) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("external_id", "customer_number", "customer_name", "email", "phone", "street", "city", "region", "postal_code", "country", "currency", "reference", "note",
                    "sku", "quantity", "unit_price");
            orders.forEach(o -> o.lines().forEach(l -> csv.writeRecord(o.externalId(), o.customerNumber(), o.customerName(), o.email(), o.phone(), o.street(), o.city(), o.region(),
                    o.postalCode(), o.country(), o.currency(), o.reference(), o.note(), l.sku(), l.quantity().toPlainString(), l.unitPrice() == null ? "" : l.unitPrice().toPlainString())));
        }
        drop("offered.csv", text.toString());
    }

    @Test
    void movesAFileToDoneWhenAllItsOrdersAreSafe() throws Exception {
        drop("a.csv", "\uFEFF" + HEADER + "A,Ann,ann@example.org,NUT,2,1.50\nB,,,NUT,1,\nA,,,BOLT,1,\n");

        List<IncomingOrder> orders = twice();
        assertThat(orders).extracting(o -> o.externalId() + " " + o.lines().size()).containsExactly("A 2", "B 1");
        channel().accepted(orders.subList(0, 1));
        assertThat(folder.resolve("a.csv")).exists();
        channel().accepted(orders.subList(1, 2));

        assertThat(folder.resolve("a.csv")).doesNotExist();
        assertThat(folder.resolve("done/a.csv")).exists();
    }

    @Test
    void readsJson() throws Exception {
        drop("a.json", "[{\"externalId\":\"J1\",\"email\":\"ann@example.org\",\"lines\":[{\"sku\":\"NUT\",\"quantity\":2,\"unitPrice\":1.25}]}]");

        assertThat(twice()).singleElement().satisfies(o -> assertThat(o.lines()).containsExactly(new IncomingOrder.Line("NUT", new BigDecimal("2"), new BigDecimal("1.25"))));
    }

    @Test
    void doesNotReadAFileThatIsStillWritten() throws Exception {
        FileDropChannel slow = new FileDropChannel(folder, Duration.ofSeconds(2), Duration.ofSeconds(1), 10_000, nanos::get);
        drop("a.csv", HEADER + "A,Ann,,NUT,2,1\n");
        assertThat(slow.fetch(10)).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        drop("a.csv", HEADER + "A,Ann,,NUT,2,1\nB,Bob,,NUT");
        nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
        assertThat(slow.fetch(10)).as("it changed a moment ago").isEmpty();
        drop("a.csv", HEADER + "A,Ann,,NUT,2,1\nB,Bob,,NUT,3,\n");
        assertThat(slow.fetch(10)).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(slow.fetch(10)).hasSize(2);
    }

    @Test
    void putsBrokenFilesAsideNamingEveryProblem() throws Exception {
        drop("bad.csv", "external_id,sku,quantity,colour\nA,NUT,two,red\n,,,\nB,,1,red,extra\n");
        drop("bad.json", "[{\"lines\":[{\"sku\":5,\"quantity\":\"x\",\"size\":1}]},7]");
        drop("cut.json", "[{\"externalId\":");
        drop("empty.csv", "");
        drop("large.csv", "x".repeat(10_001));
        Files.write(folder.resolve("latin.csv"), (HEADER + "A,Andr\u00E9,,NUT,2,1\n").getBytes(StandardCharsets.ISO_8859_1));
        drop("notes.txt", "left alone");

        assertThat(twice()).isEmpty();

        assertThat(reason("bad.csv")).containsExactly("line 1: \"colour\" is no column of an order file; known are external_id, customer_number, customer_name, email, phone, street, city, "
                + "region, postal_code, country, currency, reference, note, wished_date, sku, quantity, unit_price", "line 2: quantity \"two\" is not a number", "line 4: has 5 cells, the header has 4",
                "line 4: sku is empty");
        assertThat(reason("bad.json")).containsExactlyInAnyOrder("[0].externalId is missing", "[0].lines[0].size is no field of a line", "[0].lines[0].sku must be a text",
                "[0].lines[0].sku is missing", "[0].lines[0].quantity must be a number", "[1] must be an order as a JSON object");
        assertThat(reason("cut.json").get(0)).startsWith("the file is not JSON");
        assertThat(reason("empty.csv")).containsExactly("there is no order in it");
        assertThat(reason("large.csv").get(0)).contains("larger");
        assertThat(reason("latin.csv").get(0)).contains("UTF-8");
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void neverOverwritesAFileOfTheSameName() throws Exception {
        for (int i = 0; i < 3; i++) {
            drop("a.csv", HEADER + "A" + i + ",Ann,,NUT,2,1\n");
            channel().accepted(twice());
        }

        try (var files = Files.list(folder.resolve("done"))) {
            assertThat(files).hasSize(3);
        }
    }

    /** The first look only sees the file, the second reads it. */
    private List<IncomingOrder> twice() throws Exception {
        channel().fetch(100);
        return channel().fetch(100);
    }

    private List<String> reason(String name) throws IOException {
        assertThat(folder.resolve("failed").resolve(name)).exists();
        return Files.readAllLines(folder.resolve("failed").resolve(name + ".txt"));
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
