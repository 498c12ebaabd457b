package io.amphora.transfer.core;

import io.amphora.platform.api.Settings;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.core.mapping.Analyser;
import io.amphora.transfer.core.mapping.Synonyms;
import io.amphora.transfer.core.run.Currencies;
import io.amphora.transfer.core.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What holds where a file says nothing, and what was chosen for files with the same header before. */
final class Standards implements Analyser.Memory {
    private static final String CURRENCY = "installation.currency";
    private static final String ZONE = "installation.time-zone";
    private static final int LONGEST = 8_000;

    private final Settings settings;

    Standards(Settings settings) {
        this.settings = settings;
    }

    ImportOptions options() {
        String currency = settings.get(Settings.INSTALLATION, CURRENCY).filter(Currencies::known).orElse("EUR");
        return new ImportOptions("import", currency, null, settings.get(Settings.INSTALLATION, ZONE).orElse("UTC"), null, List.of());
    }

    @Override
    public Optional<Analyser.Remembered> find(ImportKind kind, List<String> header) {
        return settings.get(Settings.INSTALLATION, name(kind, header)).map(json -> Json.read(json, Analyser.Remembered.class));
    }

    void remember(ImportKind kind, List<String> header, Analyser.Remembered chosen) {
        String json = Json.write(chosen);
        if (json.length() <= LONGEST) {
            settings.put(Settings.INSTALLATION, name(kind, header), json);
        }
    }

    /** One header, one setting: upper and lower case, blanks and punctuation do not matter. */
    private static String name(ImportKind kind, List<String> header) {
        String all = String.join("\n", header.stream().map(Synonyms::normal).toList());
        return "transfer.mapping." + kind.code() + "." + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
