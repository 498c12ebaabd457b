package io.amphora.identity.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A change of the own password. */
public record OwnPasswordIn(@NotBlank @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String oldPassword,
                            @NotBlank @Size(min = 10, max = 200) @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String newPassword) {
    @Override
    public String toString() {
        return "OwnPasswordIn[]";
    }
}
