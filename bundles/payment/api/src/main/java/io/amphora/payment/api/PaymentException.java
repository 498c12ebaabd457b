package io.amphora.payment.api;

/** A gateway gave no answer: nobody knows yet whether money moved. */
public class PaymentException extends Exception {
    private static final long serialVersionUID = 1L;

    public PaymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
