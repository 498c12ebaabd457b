package io.amphora.identity.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A password that somebody else gets. */
public record PasswordIn(@NotBlank @Size(min = 10, max = 200) @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String password) {
    @Override
    public String toString() {
        return "PasswordIn[]";
    }
}
