/** Goods on their way to the customer, and how a customer follows them. Entry point: {@link TrackingLinks}. */
@Export
@Version("1.0.0")
package io.amphora.fulfilment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
