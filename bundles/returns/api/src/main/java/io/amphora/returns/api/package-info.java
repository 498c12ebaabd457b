/**
 * Goods that come back, and claims for those that never should have gone. Entry points: {@link Returns} to look, {@link ReturnDesk} to act, {@link ReturnReasons} and
 * {@link ReturnPolicy} to set up.
 */
@Export
@Version("1.5.0")
package io.amphora.returns.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
