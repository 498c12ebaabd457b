package io.amphora.identity.api;

import org.osgi.annotation.versioning.ProviderType;

/** The first start: while there is no user, a one-time token printed on the terminal lets its reader create the administrator. Thread-safe. */
@ProviderType
public interface Setup {
    /** @return whether an administrator must be created first; nobody can sign in until then */
    boolean needed();

    /**
     * Creates the first administrator (the roles given are ignored) and makes the token worthless.
     *
     * @throws io.amphora.common.AmphoraException.Refused if the token is wrong or the time has passed
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong with the user
     */
    User createAdministrator(String token, NewUser user);
}
