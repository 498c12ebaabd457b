package io.amphora.ext.carrier.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.CarrierException;
import io.amphora.fulfilment.api.CarrierRequest;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.test.CarrierContract;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimulatedCarrierTest extends CarrierContract {
    private final SimulatedCarrier carrier = new SimulatedCarrier();

    @Override
    protected Carrier carrier() {
        return carrier;
    }

    private static CarrierRequest to(String postalCode, String key) {
        return new CarrierRequest(key, "A-1", "express", new CarrierRequest.Destination("Ada", "1", "X", null, postalCode, "DE"),
                List.of(new CarrierRequest.Parcel(1, null, BigDecimal.ONE, null, null, null)));
    }

    @Test
    void goesOneStepFurtherEachTimeItIsAsked() throws Exception {
        List<String> number = List.of(carrier.label(to("10115", UUID.randomUUID().toString())).parcels().get(0).trackingNumber());

        assertThat(carrier.track(number)).extracting(CarrierEvent::status).containsExactly(TrackingStatus.ANNOUNCED);
        carrier.track(number);
        carrier.track(number);
        carrier.track(number);
        assertThat(carrier.track(number)).hasSize(4).last().extracting(CarrierEvent::status).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void thePostalCodeDecides() throws Exception {
        assertThat(carrier.label(to("10111", "a")).accepted()).isFalse();
        assertThatThrownBy(() -> carrier.label(to("10113", "b"))).isInstanceOf(CarrierException.class);
        assertThat(carrier.label(to("10113", "b")).accepted()).isTrue();
        List<String> lost = List.of(carrier.label(to("10117", "c")).parcels().get(0).trackingNumber());
        carrier.track(lost);
        carrier.track(lost);
        assertThat(carrier.track(lost)).last().extracting(CarrierEvent::status).isEqualTo(TrackingStatus.LOST);
        assertThat(carrier.rates(new CarrierRequest(null, "A-1", null, new CarrierRequest.Destination(null, null, null, null, null, null),
                List.of(new CarrierRequest.Parcel(1, null, null, null, null, null))))).as("nothing without a weight").isEmpty();
    }
}
