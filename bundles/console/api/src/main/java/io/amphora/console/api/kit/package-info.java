/** The parts all pages are made of, so that they look and behave alike. Start with {@link Page}. Classes only set CSS classes; looks live in the themes. */
@Export
@Version("1.3.0")
package io.amphora.console.api.kit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
