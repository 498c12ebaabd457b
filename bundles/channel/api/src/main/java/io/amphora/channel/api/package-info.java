/** Where orders come from besides people. SPI: {@link SalesChannel}; durable {@link Inbox}. */
@Export
@Version("1.3.0")
package io.amphora.channel.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
