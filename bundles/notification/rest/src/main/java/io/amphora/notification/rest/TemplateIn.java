package io.amphora.notification.rest;

/** A text with placeholders between double braces. */
public record TemplateIn(String subject, String body) {
}
