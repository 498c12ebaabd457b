package io.amphora.inventory.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Goods that go from one location to another. */
public record TransferIn(@NotBlank @Size(max = 40) String sku, long fromLocationId, long toLocationId, @NotNull @Positive BigDecimal quantity, @Size(max = 200) String reason) {
}
