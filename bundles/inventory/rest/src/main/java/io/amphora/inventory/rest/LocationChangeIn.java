package io.amphora.inventory.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A changed location; its code stays. */
public record LocationChangeIn(@NotBlank @Size(max = 200) String name, @Size(max = 100) String region, int priority, boolean active) {
}
