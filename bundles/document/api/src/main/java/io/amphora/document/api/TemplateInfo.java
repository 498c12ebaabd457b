package io.amphora.document.api;

import java.util.List;

/**
 * A template that is there now.
 *
 * @param ranking   the highest one of a kind and language is used; null for a shipped one, which is used when there is no other or the other fails
 * @param languages empty means any
 * @param health    {@code ok}; {@code failing} after a failure; {@code open} after three in a row: not asked for a minute
 * @param calls     since it came
 * @param lastError null if it never failed
 */
public record TemplateInfo(String id, String title, DocumentKind kind, List<String> languages, Integer ranking, String bundle, String bundleVersion, String health, long calls,
                           long failures, String lastError) {
    public TemplateInfo {
        languages = List.copyOf(languages);
    }
}
