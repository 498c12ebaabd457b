/** What is sold. Entry point: {@link Products}. */
@Export
@Version("1.3.0")
package io.amphora.catalog.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
