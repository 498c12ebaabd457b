package io.amphora.inventory.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Goods that came in. @param reference of the delivery */
public record ReceiptIn(@NotBlank @Size(max = 40) String sku, long locationId, @NotNull @Positive BigDecimal quantity, @Size(max = 100) String reference) {
}
