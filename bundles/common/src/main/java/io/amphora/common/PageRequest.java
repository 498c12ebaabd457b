package io.amphora.common;

/**
 * Which part of a list: after a cursor, so many. Cost does not grow with the position.
 *
 * @param after cursor from {@link Page#next()}, null for the beginning; opaque, only for the same list and filter
 * @param size  1 to {@link #MAX}
 */
public record PageRequest(String after, int size) {
    public static final int MAX = 500;
    public static final int DEFAULT = 50;

    public PageRequest {
        if (size < 1 || size > MAX) {
            throw new AmphoraException.Invalid(Problem.of("size", "page-size", "must be between 1 and {0}, was {1}", MAX, size));
        }
        after = after == null || after.isEmpty() ? null : after;
    }

    public static PageRequest first(int size) {
        return new PageRequest(null, size);
    }

    /** The cursor as the number it is for lists keyed by one number. @throws AmphoraException.Invalid if it is none of ours */
    public Long afterNumber() {
        try {
            return after == null ? null : Long.valueOf(after, 36);
        } catch (NumberFormatException e) {
            throw new AmphoraException.Invalid(Problem.of("after", "cursor", "is not a cursor of this list"));
        }
    }
}
