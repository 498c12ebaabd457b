package io.amphora.notification.rest;

import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Template;
import java.util.List;

/** A template. {@code changed} says whether it differs from what comes with the product; version 0 is that. */
public record TemplateJson(String occasion, Audience audience, String language, String subject, String body, boolean changed, List<String> placeholders, long version) {
    static TemplateJson of(Template t, List<String> placeholders) {
        return new TemplateJson(t.occasion().id(), t.audience(), t.language(), t.subject(), t.body(), t.changed(), placeholders, t.version());
    }
}
