/** Reports from templates that bundles bring. SPI: {@link ReportTemplate}. */
@Export
@Version("1.0.0")
package io.amphora.report.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
