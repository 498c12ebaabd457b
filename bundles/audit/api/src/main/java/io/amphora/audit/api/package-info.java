/** Who did what, when, in the whole system. Entry point: {@link AuditLog}. */
@Export
@Version("1.0.0")
package io.amphora.audit.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
