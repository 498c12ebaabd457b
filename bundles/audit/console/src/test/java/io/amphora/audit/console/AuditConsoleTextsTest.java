package io.amphora.audit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditConsoleTextsTest {
    @Test
    void chineseIsComplete() throws IOException {
        assertThat(keys("audit-console_zh.properties")).isEqualTo(keys("audit-console.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(AuditConsoleTextsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
