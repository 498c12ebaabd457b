package io.amphora.document.api;

/**
 * A document to look at.
 *
 * @param fileName to save it as: {@code A-1001-PL-1.pdf}
 * @param replaced null; or which template should have made it and why it did not
 */
public record Pdf(String fileName, byte[] content, String replaced) {
}
