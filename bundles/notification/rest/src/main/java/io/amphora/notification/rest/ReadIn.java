package io.amphora.notification.rest;

import java.util.List;

/** Which own messages were read; absent for all. */
public record ReadIn(List<Long> ids) {
}
