package io.amphora.extension.rest;

import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.Provided;
import java.util.List;

/** A feature; {@code essential} says why it cannot be switched off, and is absent if it can. */
public record FeatureJson(String name, String version, String title, boolean on, String essential, List<String> needs, List<String> bundles, List<Provided> provides,
                          Health health, List<FaultJson> faults) {
    static FeatureJson of(Feature f) {
        return new FeatureJson(f.name(), f.version(), f.title(), f.on(), f.essential() == null ? null : f.essential().message(), f.needs(), f.bundles(), f.provides(),
                f.health(), FaultJson.of(f.faults()));
    }
}
