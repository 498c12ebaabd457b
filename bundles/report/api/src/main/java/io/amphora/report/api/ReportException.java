package io.amphora.report.api;

/** A report could not be made because something it needs is broken. */
public class ReportException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
