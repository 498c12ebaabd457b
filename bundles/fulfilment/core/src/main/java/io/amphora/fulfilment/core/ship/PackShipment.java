package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Gs1;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what is picked into parcels. */
@Component(service = PackShipment.class)
public final class PackShipment {
    private final Tx tx;
    private final OrderQueries orders;
    private final Dispatches dispatches;
    private final Setups setups;

    @Activate
    public PackShipment(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Dispatches dispatches, @Reference Setups setups) {
        this.tx = tx;
        this.orders = orders;
        this.dispatches = dispatches;
        this.setups = setups;
    }

    Shipment prepare(Actor by, long orderId, List<NewParcel> parcels) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            Order order = orders.find(by, orderId);
            List<ToPack> lines = Dispatches.toPack(em, order, null);
            if (lines.isEmpty()) {
                throw new AmphoraException.Refused(Problem.of("", "shipment.nothing-picked", "order {0} has nothing that is picked and not packed", order.number()));
            }
            List<NewParcel> wanted = parcels == null || parcels.isEmpty() ? List.of(allIn(lines)) : parcels;
            ParcelCheck.of(wanted, lines);
            DispatchEntity d = new DispatchEntity(order, by.name(), Dispatches.now());
            em.persist(d);
            d.numbered();
            return filled(em, by, d, wanted, lines);
        });
    }

    private static NewParcel allIn(List<ToPack> lines) {
        return new NewParcel(null, null, null, null, lines.stream().map(l -> new NewParcel.Item(l.lineId(), l.quantity())).toList());
    }

    Shipment pack(Actor by, long id, long version, List<NewParcel> parcels) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            DispatchEntity d = Dispatches.require(em, id, version, ShipmentAction.PACK);
            List<ToPack> lines = Dispatches.toPack(em, orders.find(by, d.orderId()), id);
            List<NewParcel> wanted = parcels == null ? List.of() : parcels;
            ParcelCheck.of(wanted, lines);
            return filled(em, by, d, wanted, lines);
        });
    }

    private Shipment filled(EntityManager em, Actor by, DispatchEntity d, List<NewParcel> parcels, List<ToPack> lines) {
        Map<Long, ToPack> byId = lines.stream().collect(Collectors.toMap(ToPack::lineId, Function.identity()));
        List<String> numbers = new ArrayList<>();
        for (int i = d.parcels().size(); i < parcels.size(); i++) {
            numbers.add(sscc(em));
        }
        while (d.parcels().size() > parcels.size()) {
            d.parcels().remove(d.parcels().size() - 1);
        }
        for (int i = 0; i < parcels.size(); i++) {
            if (i == d.parcels().size()) {
                d.parcels().add(new ParcelEntity(d, i + 1, numbers.remove(0)));
            }
            ParcelEntity parcel = d.parcels().get(i);
            parcel.measured(parcels.get(i));
            parcel.items().clear();
            parcels.get(i).items().forEach(item -> parcel.items().add(new ItemEntity(parcel, byId.get(item.lineId()), item.quantity())));
        }
        d.touched(Dispatches.now());
        dispatches.publish(d, by, "packed");
        em.flush();
        return d.toShipment();
    }

    private String sscc(EntityManager em) {
        String prefix = setups.now().companyPrefix();
        if (prefix == null) {
            return null;
        }
        List<Number> next = Sql.of(derby(em) ? "values next value for s_sscc" : "select nextval('s_sscc')").values(em);
        return Gs1.sscc(prefix, next.get(0).longValue());
    }

    private static boolean derby(EntityManager em) {
        try {
            return em.unwrap(Connection.class).getMetaData().getDatabaseProductName().contains("Derby");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
