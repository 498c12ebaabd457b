package io.amphora.extension.api;

/** How a feature or bundle does. Later constants are worse. */
public enum Health {
    /** Everything it brings is there. */
    OK,
    /** Not on: switched off, or stopped by somebody. */
    OFF,
    /** Something it needs is not there (yet), or something of it failed lately; the rest works. */
    WAITING,
    /** It does not run, or a part of it failed for good; {@code faults} say why. */
    BROKEN;

    /** The worse of the two. */
    public Health and(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
