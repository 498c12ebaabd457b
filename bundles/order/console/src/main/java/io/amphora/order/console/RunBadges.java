package io.amphora.order.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderPlan;

/** How the days of recurring orders look. */
final class RunBadges {
    private RunBadges() {
    }

    static Badge of(OrderPlan.RunState state) {
        Badge.Tone tone = switch (state) {
            case WAITING -> Badge.Tone.WARNING;
            case ORDERED -> Badge.Tone.SUCCESS;
            case SKIPPED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("recurring.run", state));
    }
}
