package io.amphora.fulfilment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.rest.ShipmentIn.EventIn;
import io.amphora.fulfilment.rest.ShipmentIn.EventsIn;
import io.amphora.fulfilment.rest.ShipmentIn.ItemIn;
import io.amphora.fulfilment.rest.ShipmentIn.ParcelIn;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShipmentInTest {
    @Test
    void namesAllThatEventsLack() {
        EventsIn in = new EventsIn("dhl", Arrays.asList(new EventIn(null, "T1", TrackingStatus.DELIVERED, Instant.EPOCH, null, null), new EventIn(null, null, null, null, null, null), null));

        assertThatThrownBy(in::toEvents).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                .containsExactly("events[1].trackingNumber", "events[1].status", "events[1].at", "events[2].trackingNumber", "events[2].status", "events[2].at"));
        assertThat(new EventsIn("dhl", null).toEvents()).isEmpty();
    }

    @Test
    void parcelsMayLackEverything() {
        assertThat(ShipmentIn.parcels(null)).isEmpty();
        assertThat(ShipmentIn.parcels(List.of(new ParcelIn(null, null, null, null, null), new ParcelIn(BigDecimal.ONE, null, null, null, List.of(new ItemIn(1, BigDecimal.TEN))))))
                .hasSize(2).first().satisfies(p -> assertThat(p.items()).isEmpty());
    }

    @Test
    void saysWhatIsPossible() {
        Shipment s = new Shipment(5, "S-5", 7, "A-7", null, null, ShipmentState.LABELLED, null, null, "Bob", null, null, null, null, null,
                List.of(new Shipment.Parcel(1, 1, null, null, ShipmentState.LABELLED, new BigDecimal("1.200"), null, null, null, false, List.of())), Instant.EPOCH, "x", null, null, null, null, 3);

        ShippingDesk desk = (ShippingDesk) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ShippingDesk.class},
                (proxy, method, args) -> method.getName().equals("possible") ? s.possible() : Set.of());

        assertThat(ShipmentJson.of(s, desk).possible()).containsExactly(ShipmentAction.UNLABEL, ShipmentAction.SHIP, ShipmentAction.CANCEL);
        assertThat(ShipmentJson.of(s, desk).parcels().get(0).weightKg()).hasToString("1.2");
    }
}
