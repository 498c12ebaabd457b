package io.amphora.platform.core.outbox;

import java.util.List;

/** Which events a listener wants: exact topics, whole domains ({@code order.*}) or all ({@code *}). */
record Topics(List<String> patterns) {
    private static final String SEPARATOR = " ";

    Topics {
        patterns = List.copyOf(patterns);
    }

    static Topics parse(String text) {
        return new Topics(List.of(text.split(SEPARATOR)));
    }

    boolean match(String topic) {
        for (String pattern : patterns) {
            if (pattern.equals(topic) || pattern.equals("*") || pattern.endsWith(".*") && topic.startsWith(pattern.substring(0, pattern.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, patterns);
    }
}
