package io.amphora.web.api;

/**
 * A field of a request that tells being left out from being empty: a component of a record of this type is null if the body does not name the field, and has a null value if the
 * body says null. Put {@code @Schema(implementation = String.class, nullable = true)} on it, so that the description shows the value.
 *
 * @param value null if the body says null
 */
public record Given<T>(T value) {
    /** What is to hold: what was said, or else what is there. */
    public static <T> T or(Given<T> given, T now) {
        return given == null ? now : given.value();
    }
}
