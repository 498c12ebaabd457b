package io.amphora.identity.rest;

import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** The first administrator, with the token that the server printed at its start. */
public record SetupIn(@NotBlank @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String token, @NotBlank @Pattern(regexp = "[a-z0-9._-]{2,40}") String name,
                      @NotBlank @Size(max = 200) String displayName, @Size(max = 200) String email,
                      @NotBlank @Size(min = 10, max = 200) @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String password) {
    NewUser toNewUser() {
        return new NewUser(name, displayName, email, Set.of(Role.ADMIN), password);
    }

    @Override
    public String toString() {
        return "SetupIn[" + name + "]";
    }
}
