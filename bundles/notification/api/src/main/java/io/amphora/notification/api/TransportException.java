package io.amphora.notification.api;

/** A message could not be sent. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** @param forGood whether trying again is of no use: no such address */
    public TransportException(String reason, boolean forGood, Throwable cause) {
        super(reason, cause);
        this.forGood = forGood;
    }

    public TransportException(String reason, boolean forGood) {
        this(reason, forGood, null);
    }

    public boolean forGood() {
        return forGood;
    }
}
