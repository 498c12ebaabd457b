package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.HoldType;

/**
 * What a check found, and who may let it pass.
 *
 * @param hold what it puts the order on, may be null
 */
record Found(String check, String permission, HoldType hold, Problem problem) {
}
