/** Which location handles an order, decided by rules that bundles bring. SPI: {@link AssignmentRule}. */
@Export
@Version("1.1.0")
package io.amphora.assignment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
