package io.amphora.inventory.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** The buffer of a level that is not sold. */
public record SafetyIn(@NotNull @PositiveOrZero BigDecimal safety) {
}
