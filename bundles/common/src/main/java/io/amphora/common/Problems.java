package io.amphora.common;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a request, so that the answer names all of it at once. Not thread-safe; use one per request.
 */
public final class Problems {
    /** The longest single-line text any field takes, in characters, unless it says otherwise. */
    public static final int TEXT = 200;

    private final List<Problem> found = new ArrayList<>();

    public Problems add(String field, String code, String pattern, Object... args) {
        found.add(Problem.of(field, code, pattern, args));
        return this;
    }

    public Problems add(Problem problem) {
        found.add(problem);
        return this;
    }

    public Problems check(boolean ok, String field, String code, String pattern, Object... args) {
        return ok ? this : add(field, code, pattern, args);
    }

    /** A text that must be there, has at most {@code max} characters (UTF-16, as the database counts on Derby) and no control characters. @return the text, stripped */
    public String text(String field, String value, int max) {
        if (value == null || value.isBlank()) {
            add(field, "required", "must not be empty");
            return "";
        }
        return optionalText(field, value, max);
    }

    /** As {@link #text}, but may be absent. @return the text, stripped, or null */
    public String optionalText(String field, String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String stripped = value.strip();
        check(stripped.length() <= max, field, "too-long", "has {0} characters, at most {1} are allowed", stripped.length(), max);
        check(stripped.codePoints().noneMatch(Problems::unprintable), field, "control-characters", "must not contain control characters");
        return stripped;
    }

    /** Control characters, and halves of surrogate pairs, which no database takes. */
    private static boolean unprintable(int c) {
        return c < 32 && c != '\n' && c != '\t' && c != '\r' || c == 127 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A number that must be there and above zero, with at most {@code scale} decimals and 15 digits. */
    public BigDecimal positive(String field, BigDecimal value, int scale) {
        if (value != null) {
            check(value.signum() > 0, field, "not-positive", "must be above zero, was {0}", shown(value));
        }
        return number(field, value, scale);
    }

    /** A number that must be there and not below zero, with at most {@code scale} decimals and 15 digits. */
    public BigDecimal notNegative(String field, BigDecimal value, int scale) {
        if (value != null) {
            check(value.signum() >= 0, field, "negative", "must not be negative, was {0}", shown(value));
        }
        return number(field, value, scale);
    }

    /** Never writes out a number with a huge exponent. */
    private static String shown(BigDecimal value) {
        return Math.abs((long) value.scale()) + value.precision() > 40 ? "…" : value.toPlainString();
    }

    private BigDecimal number(String field, BigDecimal value, int scale) {
        if (value == null) {
            add(field, "required", "must not be empty");
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        check(stripped.scale() <= scale, field, "too-many-decimals", "must have at most {0} decimals", scale);
        check((long) stripped.precision() - stripped.scale() <= 11, field, "too-large", "is too large");
        return value;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** @throws AmphoraException.Invalid if anything was found */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new AmphoraException.Invalid(found);
        }
    }
}
