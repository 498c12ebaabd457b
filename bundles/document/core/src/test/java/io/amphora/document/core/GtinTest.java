package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({"96385074,ean8", "036000291452,upca", "4006381333931,ean13", "10614141543219,itf14"})
    void knowsEachLengthAndItsBarcode(String sku, String symbology) {
        assertThat(Gtin.of(sku)).isEqualTo(sku);
        assertThat(Gtin.symbology(sku)).isEqualTo(symbology);
        assertThat(Barcodes.bars(symbology, sku)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "400638133393", "12345", "SKU-1", "", "４００６３８１３３３９３１"})
    void anythingElseIsJustASku(String sku) {
        assertThat(Gtin.of(sku)).isNull();
    }

    @Test
    void nothingIsNone() {
        assertThat(Gtin.of(null)).isNull();
    }
}
