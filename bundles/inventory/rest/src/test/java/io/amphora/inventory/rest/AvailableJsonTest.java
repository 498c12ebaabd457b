package io.amphora.inventory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.common.Money;
import io.amphora.inventory.rest.AvailableJson.AtJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvailableJsonTest {
    private static final Map<String, Map<Long, BigDecimal>> STOCK = Map.of("CUP", Map.of(1L, new BigDecimal("9"), 2L, new BigDecimal("100")), "POT", Map.of(1L, new BigDecimal("5.000"), 2L,
            BigDecimal.ZERO));

    private static Product product(String sku, boolean stocked, KitComponent... parts) {
        return new Product(1, sku, sku, "pcs", Money.of("1", "EUR"), null, true, stocked, 1, null, null, List.of(parts));
    }

    @Test
    void productsHaveWhatIsThere() {
        assertThat(AvailableJson.of(product("POT", true), STOCK)).isEqualTo(new AvailableJson("POT", false, new BigDecimal("5"), List.of(new AtJson(1, new BigDecimal("5")), new AtJson(2, BigDecimal.ZERO))));
        assertThat(AvailableJson.of(product("NEW", true), STOCK).total()).isZero();
        assertThat(AvailableJson.of(product("SERVICE", false), STOCK).total()).isNull();
    }

    @Test
    void kitsHaveWhatTheScarcestComponentGives() {
        Product set = product("SET", true, new KitComponent("CUP", new BigDecimal("4")), new KitComponent("POT", BigDecimal.ONE));
        AvailableJson json = AvailableJson.of(set, STOCK);
        assertThat(json.kit()).isTrue();
        assertThat(json.total()).isEqualByComparingTo("2");
        assertThat(json.locations()).extracting(AtJson::available).usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal("2"), BigDecimal.ZERO);
    }
}
