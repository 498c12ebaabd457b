package io.amphora.platform.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.platform.api.Settings;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases
class SqlSettingsTest {
    private Settings settings;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        settings = new SqlSettings(db.tx("platform"));
    }

    @TestTemplate
    void keepsValuesPerOwner() {
        settings.put(Settings.INSTALLATION, "console.theme", "light");
        settings.put("li", "console.theme", "深色");
        settings.put("li", "console.theme", "dark");

        assertThat(settings.get(Settings.INSTALLATION, "console.theme")).contains("light");
        assertThat(settings.get("li", "console.theme")).contains("dark");
        assertThat(settings.get("wang", "console.theme")).isEmpty();
    }

    @TestTemplate
    void removesWhatIsPutAsNull() {
        settings.put("li", "console.theme", "dark");
        settings.put("li", "console.theme", null);
        settings.put("li", "never.there", null);

        assertThat(settings.get("li", "console.theme")).isEmpty();
    }

    @TestTemplate
    void refusesWhatDoesNotFitNamingAll() {
        assertThatThrownBy(() -> settings.put("li", "x".repeat(101), "y".repeat(8_001))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).hasSize(2));
    }

    @TestTemplate
    void letsAllPutTheSameAtOnce() {
        IntStream.range(0, 40).parallel().forEach(i -> settings.put("li", "key" + i % 4, Integer.toString(i)));

        assertThat(settings.get("li", "key0")).isPresent();
    }
}
