package io.amphora.inventory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.inventory.api.StockLevel;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StockJsonTest {
    @Test
    void showsAvailableAndPlainNumbers() {
        LevelJson json = LevelJson.of(new StockLevel(1, "A", 2, new BigDecimal("100.0000"), new BigDecimal("2.5000"), new BigDecimal("0.0000"), 3));

        assertThat(json.onHand().toString()).isEqualTo("100");
        assertThat(json.reserved().toString()).isEqualTo("2.5");
        assertThat(json.safety().toString()).isEqualTo("0");
        assertThat(json.available().toString()).isEqualTo("97.5");
    }
}
