package io.amphora.document.api;

/** A template cannot make the document. */
public class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    public DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
