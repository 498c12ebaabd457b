package io.amphora.payment.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: moves money. Called on any thread, several at once, never inside a transaction, with a deadline of ten seconds; one that throws or hangs is asked
 * again later <em>under the same {@link GatewayRequest#key}</em>, and after repeated failures not at all for a while. The same key must move money once only and
 * give the same answer. Payments keep the id and the title: they stay readable, and refundable by hand, when the gateway is gone.
 */
@ConsumerType
public interface PaymentGateway {
    /** Required service property: stable id of the gateway; payments keep it. Never change it. */
    String PROPERTY_ID = "amphora.payment.gateway.id";

    /** What people call it. */
    String title(Locale locale);

    /** Sets the amount aside. @throws PaymentException if there is no answer: it is asked again. Never null */
    GatewayAnswer authorise(GatewayRequest request) throws PaymentException;

    /** Collects what was set aside, or less; the rest lapses. The request has the reference of the authorisation. */
    GatewayAnswer capture(GatewayRequest request) throws PaymentException;

    /** Lets go of what was set aside. The request has the reference of the authorisation. */
    GatewayAnswer release(GatewayRequest request) throws PaymentException;

    /** Gives back what was collected, or less. The request has the reference of the capture. */
    GatewayAnswer refund(GatewayRequest request) throws PaymentException;
}
