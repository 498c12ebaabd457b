package io.amphora.extension.core;

import io.amphora.common.Problem;
import java.util.Map;

/** Features without which nobody could switch anything on again. */
final class Essential {
    private static final Map<String, Problem> REASONS = Map.ofEntries(
            entry("amphora-http", "http", "it answers all browsers and clients"),
            entry("amphora-libraries", "libraries", "all other features use it"),
            entry("amphora-api", "api", "it holds the contracts that all features and extensions are wired to"),
            entry("amphora-persistence", "persistence", "it is the way to the database"),
            entry("amphora-platform", "platform", "transactions, events, jobs and settings come from it"),
            entry("amphora-jaxrs", "rest", "the REST interface, with which it could be switched on again, runs on it"),
            entry("amphora-rest", "rest", "the REST interface, with which it could be switched on again, runs on it"),
            entry("amphora-identity", "identity", "nobody could sign in any more"),
            entry("amphora-console", "console", "the page from which it could be switched on again is part of it"),
            entry("amphora-extension", "extension", "it is what switches features"));

    private Essential() {
    }

    private static Map.Entry<String, Problem> entry(String feature, String reason, String text) {
        return Map.entry(feature, Problem.of("", "extension.essential." + reason, "{0} cannot be switched off: " + text, feature));
    }

    /** Why it cannot be switched off; null if it can. */
    static Problem reason(String feature) {
        return REASONS.get(feature);
    }
}
