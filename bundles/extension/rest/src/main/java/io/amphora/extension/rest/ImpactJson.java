package io.amphora.extension.rest;

import io.amphora.extension.api.Impact;
import io.amphora.extension.api.Provided;
import java.util.List;

/** What switching something off would touch. */
public record ImpactJson(String what, List<String> bundles, List<String> features, List<Provided> gone, List<FaultJson> concerns, List<FaultJson> refusals) {
    static ImpactJson of(Impact i) {
        return new ImpactJson(i.what(), i.bundles(), i.features(), i.gone(), FaultJson.of(i.concerns()), FaultJson.of(i.refusals()));
    }
}
