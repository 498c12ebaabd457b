/** What the installation is made of, how it does, and switching parts of it off and on while it runs. Entry point: {@link Extensions}. */
@Export
@Version("1.2.0")
package io.amphora.extension.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
