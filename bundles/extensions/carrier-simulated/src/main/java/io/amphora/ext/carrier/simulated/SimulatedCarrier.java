package io.amphora.ext.carrier.simulated;

import io.amphora.common.Money;
import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierAnswer;
import io.amphora.fulfilment.api.CarrierCancel;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.CarrierException;
import io.amphora.fulfilment.api.CarrierLabel;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.CarrierRequest;
import io.amphora.fulfilment.api.TrackingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Brings nothing. The last digit of the postal code says what goes wrong; see the README. Keeps what it did in memory only. */
@Component(property = Carrier.PROPERTY_ID + "=simulated")
public final class SimulatedCarrier implements Carrier {
    private static final int KEPT = 10_000;
    private static final long SILENCE = 60;
    private static final List<TrackingStatus> GOOD = List.of(TrackingStatus.ANNOUNCED, TrackingStatus.IN_TRANSIT, TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.DELIVERED);
    private static final Map<Character, List<TrackingStatus>> BAD = Map.of('7', List.of(TrackingStatus.ANNOUNCED, TrackingStatus.IN_TRANSIT, TrackingStatus.LOST),
            '8', List.of(TrackingStatus.ANNOUNCED, TrackingStatus.IN_TRANSIT, TrackingStatus.EXCEPTION),
            '9', List.of(TrackingStatus.ANNOUNCED, TrackingStatus.IN_TRANSIT, TrackingStatus.RETURNING, TrackingStatus.RETURNED));

    /** A parcel under way. */
    private static final class Way {
        final String number;
        final List<TrackingStatus> steps;
        final List<CarrierEvent> told = new ArrayList<>();

        Way(String number, List<TrackingStatus> steps) {
            this.number = number;
            this.steps = steps;
        }

        /** One step further. */
        List<CarrierEvent> next() {
            if (told.size() < steps.size()) {
                TrackingStatus status = steps.get(told.size());
                told.add(new CarrierEvent(number + "-" + told.size(), number, status, Instant.now(), "Simulated depot", "simulated: " + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
            return List.copyOf(told);
        }
    }

    private final Map<String, CarrierLabel> labels = bounded();
    private final Map<String, Way> ways = bounded();

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        };
    }

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "模拟承运商" : "Simulated carrier";
    }

    @Override
    public List<CarrierRate> rates(CarrierRequest request) {
        if (request.parcels().stream().anyMatch(p -> p.weightKg() == null)) {
            return List.of();
        }
        BigDecimal weight = request.parcels().stream().map(CarrierRequest.Parcel::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal price = new BigDecimal("4.90").add(weight.multiply(new BigDecimal("0.80"))).setScale(2, RoundingMode.HALF_UP);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return List.of(new CarrierRate("standard", "Standard", Money.of(price, "EUR"), today.plusDays(3)),
                new CarrierRate("express", "Express", Money.of(price.add(price), "EUR"), today.plusDays(1)));
    }

    @Override
    public CarrierLabel label(CarrierRequest request) throws CarrierException {
        char digit = lastDigit(request.to().postalCode());
        boolean first;
        CarrierLabel label;
        synchronized (this) {
            first = !labels.containsKey(request.key());
            label = labels.get(request.key());
            if (first) {
                label = make(request, digit);
                labels.put(request.key(), label);
            }
        }
        if (first && digit == '2') {
            silent();
        }
        if (first && digit == '3') {
            throw new CarrierException("failed by the simulation", null);
        }
        return label;
    }

    private CarrierLabel make(CarrierRequest request, char digit) {
        if (digit == '1') {
            return CarrierLabel.declined("declined by the simulation");
        }
        if (request.parcels().stream().anyMatch(p -> p.weightKg() == null)) {
            return CarrierLabel.declined("every parcel needs a weight");
        }
        List<CarrierLabel.Labelled> parcels = new ArrayList<>();
        for (CarrierRequest.Parcel p : request.parcels()) {
            String number = String.format("SIM%011d", Math.floorMod(Objects.hash(request.key(), p.number()) * 31L + request.key().length(), 100_000_000_000L));
            ways.put(number, new Way(number, BAD.getOrDefault(digit, GOOD)));
            parcels.add(new CarrierLabel.Labelled(p.number(), number, null));
        }
        return new CarrierLabel(true, "sim-" + request.key(), LocalDate.now(ZoneOffset.UTC).plusDays("express".equals(request.service()) ? 1 : 3), parcels, null);
    }

    private static char lastDigit(String postalCode) {
        return postalCode == null || postalCode.isBlank() ? ' ' : postalCode.strip().charAt(postalCode.strip().length() - 1);
    }

    private static void silent() throws CarrierException {
        try {
            TimeUnit.SECONDS.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarrierException("interrupted", e);
        }
    }

    @Override
    public synchronized List<CarrierEvent> track(Collection<String> trackingNumbers) {
        return trackingNumbers.stream().map(ways::get).filter(Objects::nonNull).flatMap(w -> w.next().stream()).toList();
    }

    @Override
    public synchronized CarrierAnswer cancel(CarrierCancel request) {
        request.trackingNumbers().forEach(ways::remove);
        return CarrierAnswer.DONE;
    }
}
