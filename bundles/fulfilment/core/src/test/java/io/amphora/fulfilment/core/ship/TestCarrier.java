package io.amphora.fulfilment.core.ship;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierAnswer;
import io.amphora.fulfilment.api.CarrierCancel;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.CarrierException;
import io.amphora.fulfilment.api.CarrierLabel;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.CarrierRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does what a test tells it. */
final class TestCarrier implements Carrier {
    final List<String> asked = new ArrayList<>();
    final List<CarrierEvent> tells = new ArrayList<>();
    final Map<String, CarrierLabel> bought = new ConcurrentHashMap<>();
    int failures;
    boolean declines;
    LocalDate expected = LocalDate.of(2099, 1, 1);

    @Override
    public String title(Locale locale) {
        return "Test";
    }

    @Override
    public List<CarrierRate> rates(CarrierRequest request) throws CarrierException {
        fail();
        return List.of(new CarrierRate("fast", "Fast", null, expected));
    }

    private void fail() throws CarrierException {
        if (failures > 0) {
            failures--;
            throw new CarrierException("no line", null);
        }
    }

    @Override
    public CarrierLabel label(CarrierRequest request) throws CarrierException {
        asked.add("label " + request.key());
        CarrierLabel label = declines ? CarrierLabel.declined("too heavy") : bought.computeIfAbsent(request.key(), k -> new CarrierLabel(true, "R-" + bought.size(), expected,
                request.parcels().stream().map(p -> new CarrierLabel.Labelled(p.number(), "T" + bought.size() + "-" + p.number(), "%PDF".getBytes(StandardCharsets.UTF_8))).toList(), null));
        fail();
        return label;
    }

    @Override
    public List<CarrierEvent> track(Collection<String> numbers) throws CarrierException {
        fail();
        return tells.stream().filter(e -> numbers.contains(e.trackingNumber())).toList();
    }

    @Override
    public CarrierAnswer cancel(CarrierCancel request) throws CarrierException {
        asked.add("cancel " + request.reference());
        fail();
        return declines ? new CarrierAnswer(false, "already on its way") : CarrierAnswer.DONE;
    }
}
