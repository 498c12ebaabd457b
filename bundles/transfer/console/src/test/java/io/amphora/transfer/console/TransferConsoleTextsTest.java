package io.amphora.transfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TransferConsoleTextsTest {
    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        assertThat(keys("transfer-console_zh")).isEqualTo(keys("transfer-console"));
    }

    private static java.util.Set<Object> keys(String name) throws IOException {
        Properties p = new Properties();
        p.load(new InputStreamReader(TransferConsoleTextsTest.class.getResourceAsStream("/i18n/" + name + ".properties"), StandardCharsets.UTF_8));
        return p.keySet();
    }
}
