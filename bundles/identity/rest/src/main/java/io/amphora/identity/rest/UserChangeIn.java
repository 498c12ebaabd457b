package io.amphora.identity.rest;

import io.amphora.identity.api.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What can be changed of a user; the name never. */
public record UserChangeIn(@NotBlank @Size(max = 200) String displayName, @Size(max = 200) String email, @NotEmpty List<Role> roles, @NotNull boolean active) {
}
