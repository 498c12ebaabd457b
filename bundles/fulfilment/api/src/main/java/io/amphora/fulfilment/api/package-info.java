/**
 * Goods on their way to the customer. Entry points: {@link Shipments} to look, {@link ShippingDesk} to pack and send, {@link TrackingIntake} for what carriers tell,
 * {@link TrackingLinks} for customers. SPI: {@link Carrier}.
 */
@Export
@Version("1.6.0")
package io.amphora.fulfilment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
