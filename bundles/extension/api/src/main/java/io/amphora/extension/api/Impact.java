package io.amphora.extension.api;

import io.amphora.common.Problem;
import java.util.List;

/**
 * What switching something off would touch. Nothing was done yet.
 *
 * @param bundles  symbolic names of the bundles that stop
 * @param features other features that need it and would have to be switched off, too
 * @param gone     what is not there any more afterwards: of the bundles that stop, and of others that cannot do without them
 * @param concerns what else to know: orders on their way that came over a channel which goes
 * @param refusals why it cannot be done at all; empty if it can
 */
public record Impact(String what, List<String> bundles, List<String> features, List<Provided> gone, List<Problem> concerns, List<Problem> refusals) {
    public Impact {
        bundles = List.copyOf(bundles);
        features = List.copyOf(features);
        gone = List.copyOf(gone);
        concerns = List.copyOf(concerns);
        refusals = List.copyOf(refusals);
    }
}
