package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.HoldType;

/**
 * What a check found, and who may let it pass.
 *
 * @param hold what it puts the order on, may be null
 * @param step an approval that it needs; then all the rest is null
 */
record Found(String check, String permission, HoldType hold, Problem problem, NeededStep step) {
    Found(String check, String permission, HoldType hold, Problem problem) {
        this(check, permission, hold, problem, null);
    }

    /** Somebody must approve. */
    static Found step(NeededStep step) {
        return new Found(null, null, null, null, step);
    }

}
