package io.amphora.identity.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Users and their roles. All but {@link #changeOwnPassword} needs {@code identity.manage}. Thread-safe. */
@ProviderType
public interface Users {
    String MANAGE = "identity.manage";

    /** @throws io.amphora.common.AmphoraException.Invalid also when the name is taken */
    User create(Actor by, NewUser user);

    /** @throws io.amphora.common.AmphoraException.Refused if it would leave the installation without an active administrator */
    User change(Actor by, long id, long version, String displayName, String email, Set<Role> roles, boolean active);

    /** Sets somebody's password; ends that user's sessions and tokens are kept. */
    void setPassword(Actor by, long id, String password);

    /** @throws io.amphora.common.AmphoraException.Invalid if the old one is wrong or the new one too weak */
    void changeOwnPassword(Actor by, String oldPassword, String newPassword);

    User find(Actor by, long id);

    /** By name. */
    Page<User> list(Actor by, PageRequest page);
}
