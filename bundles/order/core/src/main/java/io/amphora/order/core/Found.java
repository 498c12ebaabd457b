package io.amphora.order.core;

import io.amphora.common.Problem;

/** What a check found, and who may let it pass. */
record Found(String check, String permission, Problem problem) {
}
