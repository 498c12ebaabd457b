package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: a stop that an order has from the moment it is placed on, so that nobody can act on it in between. Asked inside the transaction that places the order
 * or takes it out of another one, on any thread: answer from memory. One that throws lets the order wait on {@link HoldType#OTHER}, so that a person looks.
 *
 * @since 1.8
 */
@ConsumerType
public interface PlacementHold {
    /** What is known of an order when it is placed. @param customerId null if it has no customer on file */
    record Placed(String channel, Long customerId, Money total) {
    }

    /** @param reason what people read, at most 1000 characters @param by who puts it on hold, and may release it by the same name */
    record Wanted(HoldType type, String reason, Actor by) {
    }

    /** Empty if the order need not wait. Never null. */
    Optional<Wanted> on(Placed order);
}
