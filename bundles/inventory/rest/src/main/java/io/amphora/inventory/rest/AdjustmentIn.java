package io.amphora.inventory.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What was counted. @param version of the level that the counter saw; 0 if there was none */
public record AdjustmentIn(@NotBlank @Size(max = 40) String sku, long locationId, long version, @NotNull @PositiveOrZero BigDecimal counted, @NotBlank @Size(max = 200) String reason,
                           @Schema(description = "if less was counted than is reserved: lines of orders give way and wait for stock; otherwise that is refused") Boolean ordersGiveWay) {
}
