package io.amphora.transfer.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.transfer.core.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSpectrumTest {
    /** One expectation is a single object instead of a list of one. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines", "newlines_crlf", "quotes_and_newlines",
        "simple", "simple_crlf", "utf8"})
    void readsWhatTheSpectrumSays(String name) throws Exception {
        var file = new SourceFile(input(name));
        var expected = JSON.readValue(Files.readAllBytes(SampleData.file("vectors/csv-spectrum/json/" + name + ".json")), new TypeReference<List<Map<String, String>>>() { });

        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.of(file, Sniffer.guess(file).format())) {
            csv.forEachRemaining(row -> {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < csv.header().size(); i++) {
                    values.put(csv.header().get(i), row.cell(i));
                }
                rows.add(values);
            });
        }

        if (name.equals("location_coordinates")) { // its expectation names another telephone number than the file has
            expected.get(0).put("Contact Phone Number", "2095257564");
        }
        assertThat(rows).isEqualTo(expected);
    }

    /** Checked out from git, the files that are about CRLF have lost it. */
    private Path input(String name) throws IOException {
        Path file = SampleData.file("vectors/csv-spectrum/csvs/" + name + ".csv");
        return name.endsWith("_crlf") ? Files.writeString(folder.resolve(name), Files.readString(file).replace("\r", "").replace("\n", "\r\n")) : file;
    }
}
