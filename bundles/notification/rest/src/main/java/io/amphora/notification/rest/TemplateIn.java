package io.amphora.notification.rest;

/** A text with placeholders between double braces. {@code attach}: whether the paper that belongs to it goes with it; absent: as before. */
public record TemplateIn(String subject, String body, Boolean attach) {
}
