/** Orders: enter, review, fulfil, follow. Entry points: {@link OrderEntry}, {@link OrderQueries}; to bring: {@link ReviewCheck}, {@link PlacementHold}. */
@Export
@Version("1.14.0")
package io.amphora.order.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
