/** What the platform gives every domain: transactions, events, durable jobs, settings. Entry point: {@link Tx}. */
@Export
@Version("1.6.0")
package io.amphora.platform.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
