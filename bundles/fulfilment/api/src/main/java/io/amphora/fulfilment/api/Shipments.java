package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looking at shipments. Needs {@code order.read}. Thread-safe. */
@ProviderType
public interface Shipments {
    String READ = "order.read";

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Shipment find(Actor by, long id);

    /** Newest first. */
    Page<ShipmentRow> list(Actor by, ShipmentFilter filter, PageRequest page);

    /** How many, counting up to {@code limit}. */
    int count(Actor by, ShipmentFilter filter, int limit);

    /** How many are late, lost or stopped, counting up to {@code limit}: each once. */
    int countTroubled(Actor by, int limit);

    /** Those of an order, oldest first. */
    List<Shipment> ofOrder(Actor by, long orderId);

    /** What is picked of an order and in no shipment that is being packed, by position. */
    List<ToPack> toPack(Actor by, long orderId);

    /** All that was heard of it, newest first, at most 500. */
    List<TrackingEvent> events(Actor by, long id);

    /** The carrier's label of a parcel as PDF; empty if it gave none. */
    Optional<byte[]> label(Actor by, long id, int parcel);
}
