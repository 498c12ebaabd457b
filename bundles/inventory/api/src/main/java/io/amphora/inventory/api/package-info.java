/** Where stock is, how much, who has a claim on it, and every movement. Entry points: {@link Stock}, {@link Reservations}. */
@Export
@Version("1.9.0")
package io.amphora.inventory.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
