package io.amphora.extension.rest;

import io.amphora.extension.api.Health;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import java.time.Instant;
import java.util.List;

/** A bundle; {@code dropped} ones can be started, stopped and removed. */
public record BundleJson(long id, String symbolicName, String version, String title, InstalledBundle.State state, Instant installed, boolean dropped, String feature,
                         List<Provided> provides, Health health, List<FaultJson> faults) {
    static BundleJson of(InstalledBundle b) {
        return new BundleJson(b.id(), b.symbolicName(), b.version(), b.title(), b.state(), b.installed(), b.dropped(), b.feature(), b.provides(), b.health(),
                FaultJson.of(b.faults()));
    }
}
