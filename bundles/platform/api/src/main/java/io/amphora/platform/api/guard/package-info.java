/**
 * Calls into extensions: on other threads, with a deadline, and not again for a while after they failed. Entry points: {@link Guard}, and
 * {@link Breaker} and {@link Isolated} where a call is made of more than one step.
 */
@Export
@Version("1.0.0")
package io.amphora.platform.api.guard;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
