/** Who uses the system and what they may do: users, roles, sign-in, tokens. Entry points: {@link SignIn}, {@link Users}. */
@Export
@Version("1.1.0")
package io.amphora.identity.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
