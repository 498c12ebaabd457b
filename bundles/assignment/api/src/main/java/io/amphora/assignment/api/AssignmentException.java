package io.amphora.assignment.api;

/** A rule could not decide because something it needs is broken. */
public class AssignmentException extends Exception {
    private static final long serialVersionUID = 1L;

    public AssignmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
