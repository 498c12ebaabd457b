package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.ShortRemedy;
import io.amphora.fulfilment.api.WaveKind;
import java.math.BigDecimal;
import java.util.List;

/** What is asked for. */
public final class PickIn {
    private PickIn() {
    }

    /** Orders to pick together. */
    public record WaveIn(WaveKind kind, List<Long> orders, String note) {
    }

    /** Something was taken: SKU or barcode; without a quantity one. */
    public record ScanIn(String code, BigDecimal quantity) {
    }

    /** Something went back: SKU or barcode. */
    public record CodeIn(String code) {
    }

    /** Less is there than wanted. {@code version}: of the item. */
    public record MissingIn(long item, long version, ShortRemedy remedy, String reason) {
    }
}
