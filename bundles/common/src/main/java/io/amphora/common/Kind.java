package io.amphora.common;

/** A kind of thing among the arguments of a {@link Problem}; the message {@code kind.<name with dashes>} names it in the user's language. */
record Kind(String english) {
    String key() {
        return "kind." + english.replace(' ', '-');
    }

    @Override
    public String toString() {
        return english;
    }
}
