/** What REST resources of all domains share: who calls, versions, paging, retries. See bundles/web/README.md for a model resource. */
@Export
@Version("1.2.0")
package io.amphora.web.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
