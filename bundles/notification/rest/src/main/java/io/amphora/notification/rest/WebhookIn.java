package io.amphora.notification.rest;

import java.util.List;

/** A webhook as it shall be; {@code active} absent means yes. */
public record WebhookIn(String name, String url, List<String> occasions, Boolean active) {
}
