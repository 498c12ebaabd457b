package io.amphora.inventory.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A location to be. @param priority smaller is asked first when stock is reserved */
public record LocationIn(@NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{1,20}") String code, @NotBlank @Size(max = 200) String name, @Size(max = 100) String region, int priority) {
}
