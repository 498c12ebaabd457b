package io.amphora.notification.rest;

import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Template;
import java.util.List;

/** A template. {@code changed} says whether it differs from what comes with the product; version 0 is that; {@code attach} whether the
 * paper that belongs to it goes with it. */
public record TemplateJson(String occasion, Audience audience, String language, String subject, String body, boolean changed, boolean attach, List<String> placeholders, long version) {
    static TemplateJson of(Template t, List<String> placeholders) {
        return new TemplateJson(t.occasion().id(), t.audience(), t.language(), t.subject(), t.body(), t.changed(), t.attach(), placeholders, t.version());
    }
}
