/** Documents of an order as PDF, from templates that bundles may replace. Entry point: {@link Documents}; SPI: {@link DocumentTemplate}. */
@Export
@Version("1.7.0")
package io.amphora.document.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
