/** Who buys. Entry point: {@link Customers}. */
@Export
@Version("1.4.0")
package io.amphora.customer.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
