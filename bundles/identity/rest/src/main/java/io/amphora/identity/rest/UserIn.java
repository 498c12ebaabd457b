package io.amphora.identity.rest;

import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** A user to be; without a password for one that only uses tokens. */
public record UserIn(@NotBlank @Pattern(regexp = "[a-z0-9._-]{2,40}") String name, @NotBlank @Size(max = 200) String displayName, @Size(max = 200) String email,
                     @NotEmpty List<Role> roles, @Size(min = 10, max = 200) @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String password) {
    NewUser toNewUser() {
        return new NewUser(name, displayName, email, Set.copyOf(roles), password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UserIn[" + name + ", " + displayName + ", " + email + ", " + roles + "]";
    }
}
