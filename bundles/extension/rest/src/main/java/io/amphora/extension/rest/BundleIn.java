package io.amphora.extension.rest;

/** @param running required */
public record BundleIn(Boolean running) {
}
