package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.CarrierRequest;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.core.carrier.ActiveCarrier;
import io.amphora.fulfilment.core.carrier.ActiveCarrier.Asked;
import io.amphora.fulfilment.core.carrier.CarrierBook;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the use cases that pack and send. */
@Component
public final class ShippingDeskService implements ShippingDesk {
    private final Tx tx;
    private final OrderQueries orders;
    private final CarrierBook carriers;
    private final PackShipment pack;
    private final LabelShipment label;
    private final ShipShipment ship;
    private final ReportShipment report;

    @Activate
    public ShippingDeskService(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference CarrierBook carriers, @Reference PackShipment pack,
                               @Reference LabelShipment label, @Reference ShipShipment ship, @Reference ReportShipment report) {
        this.tx = tx;
        this.orders = orders;
        this.carriers = carriers;
        this.pack = pack;
        this.label = label;
        this.ship = ship;
        this.report = report;
    }

    @Override
    public Shipment prepare(Actor by, long orderId, List<NewParcel> parcels) {
        return pack.prepare(by, orderId, parcels);
    }

    @Override
    public Shipment pack(Actor by, long id, long version, List<NewParcel> parcels) {
        return pack.pack(by, id, version, parcels);
    }

    @Override
    public List<Offer> rates(Actor by, long id, Locale locale) {
        by.require(FULFIL);
        CarrierRequest request = tx.call(em -> {
            DispatchEntity d = Dispatches.require(em, id);
            return CarrierCalls.request(orders.find(by, d.orderId()), d, null, null);
        });
        return carriers.all(locale).stream().flatMap(c -> offers(c, request, locale)).toList();
    }

    private Stream<Offer> offers(ActiveCarrier carrier, CarrierRequest request, Locale locale) {
        Asked<List<CarrierRate>> asked = carrier.ask("rates for " + request.orderNumber(), carriers.threads(), c -> c.rates(request));
        String title = carrier.title(locale);
        if (asked.answer() == null) {
            return Stream.of(new Offer(carrier.id(), title, null, Problem.of("", "shipment.no-answer", "gives no answer: {0}", String.valueOf(asked.error()))));
        }
        return asked.answer().stream().limit(20).map(r -> new Offer(carrier.id(), title, r, null));
    }

    @Override
    public Shipment label(Actor by, long id, long version, String carrierId, String service, String onceKey) {
        return label.label(by, id, version, carrierId, service, onceKey);
    }

    @Override
    public Shipment labelByHand(Actor by, long id, long version, String carrier, List<String> trackingNumbers) {
        return label.byHand(by, id, version, carrier, trackingNumbers);
    }

    @Override
    public Shipment unlabel(Actor by, long id, long version, boolean byHand) {
        return label.back(by, id, version, ShipmentAction.UNLABEL, byHand);
    }

    @Override
    public Shipment cancel(Actor by, long id, long version, boolean byHand) {
        return label.back(by, id, version, ShipmentAction.CANCEL, byHand);
    }

    @Override
    public Shipment ship(Actor by, long id, long version) {
        return ship.ship(by, id, version);
    }

    @Override
    public Shipment report(Actor by, long id, long version, Integer parcel, TrackingStatus status, Instant at, String note) {
        return report.report(by, id, version, parcel, status, at, note);
    }

    @Override
    public Set<ShipmentAction> possible(Shipment s) {
        return label.possible(s);
    }

    @Override
    public Set<ShipmentAction> onlyByHand(Shipment s) {
        return label.onlyByHand(s);
    }

    @Override
    public List<CarrierInfo> carriers(Actor by, Locale locale) {
        by.require(Shipments.READ);
        return carriers.describe(locale);
    }
}
