/** Messages to people, customers and machines about what happened. SPI: {@link MessageTransport}, {@link MessagePaper}; for people {@link Notices}, {@link Subscriptions}, {@link Templates}, {@link MessageLog}. */
@Export
@Version("1.6.0")
package io.amphora.notification.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
