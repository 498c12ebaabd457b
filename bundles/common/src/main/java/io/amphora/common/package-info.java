/** Values and error types that all domains share: money, quantity, paging, the acting person, problems. No services. */
@Export
@Version("1.2.0")
package io.amphora.common;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
