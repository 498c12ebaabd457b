package io.amphora.extension.api;

import io.amphora.common.Problem;
import java.util.List;

/**
 * A part of the product that is switched as a whole: a Karaf feature of ours.
 *
 * @param name      {@code amphora-report}
 * @param title     for people, in the language asked for
 * @param on        whether it is switched on
 * @param essential why it cannot be switched off; null if it can
 * @param needs     features it cannot be without
 * @param bundles   symbolic names of its own bundles (of those on a server that has never had it on: their locations)
 * @param provides  what its bundles bring; empty while it is off
 */
public record Feature(String name, String version, String title, boolean on, Problem essential, List<String> needs, List<String> bundles, List<Provided> provides,
                      Health health, List<Problem> faults) {
    public Feature {
        needs = List.copyOf(needs);
        bundles = List.copyOf(bundles);
        provides = List.copyOf(provides);
        faults = List.copyOf(faults);
    }
}
