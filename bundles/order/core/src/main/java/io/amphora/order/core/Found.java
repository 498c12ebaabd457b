package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.HoldType;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check found, and who may let it pass.
 *
 * @param hold what it puts the order on, may be null
 * @param step an approval that it needs; then all the rest is null
 */
record Found(String check, String permission, HoldType hold, Problem problem, NeededStep step) {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,6})](.*)");

    Found(String check, String permission, HoldType hold, Problem problem) {
        this(check, permission, hold, problem, null);
    }

    /** Somebody must approve. */
    static Found step(NeededStep step) {
        return new Found(null, null, null, null, step);
    }

    /** With the line that it names where that stands in the order: checks count only those they were shown. */
    Found at(IntUnaryOperator line) {
        Matcher m = LINE.matcher(problem == null ? "" : problem.field());
        return m.matches() ? new Found(check, permission, hold, new Problem("lines[" + line.applyAsInt(Integer.parseInt(m.group(1))) + "]" + m.group(2), problem.code(), problem.pattern(), problem.args()), step)
                : this;
    }
}
