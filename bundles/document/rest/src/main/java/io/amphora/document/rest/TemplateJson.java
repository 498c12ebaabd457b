package io.amphora.document.rest;

import io.amphora.document.api.TemplateInfo;
import java.util.List;

/** A template. Fields as in {@link TemplateInfo}. */
public record TemplateJson(String id, String title, String kind, List<String> languages, Integer ranking, String bundle, String bundleVersion, String health, long calls, long failures,
                           String lastError) {
    static TemplateJson of(TemplateInfo t) {
        return new TemplateJson(t.id(), t.title(), t.kind().id(), t.languages(), t.ranking(), t.bundle(), t.bundleVersion(), t.health(), t.calls(), t.failures(), t.lastError());
    }
}
