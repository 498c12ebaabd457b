package io.amphora.identity.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A token to be: for whom the bearer token of the request stands for, or for name and password. */
public record TokenIn(@NotBlank @Size(max = 100) @Schema(description = "what it is for") String label,
                      @Schema(description = "absent: never; with name and password: in 24 hours") Instant expires,
                      @Schema(description = "with the password, instead of a bearer token") String name,
                      @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String password) {
    @Override
    public String toString() {
        return "TokenIn[" + label + ", " + expires + ", " + name + "]";
    }
}
