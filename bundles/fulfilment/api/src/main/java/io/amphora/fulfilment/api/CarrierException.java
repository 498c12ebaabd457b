package io.amphora.fulfilment.api;

/** There is no answer from the carrier: it is asked again. */
public final class CarrierException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for people; @param cause may be null */
    public CarrierException(String message, Throwable cause) {
        super(message, cause);
    }
}
