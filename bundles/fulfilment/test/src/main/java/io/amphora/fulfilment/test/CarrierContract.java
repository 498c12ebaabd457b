package io.amphora.fulfilment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierCancel;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.CarrierLabel;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.CarrierRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every carrier must hold to. Extend it in the tests of the bundle that brings the carrier; it must run against a sandbox, never where labels cost money. */
public abstract class CarrierContract {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** The carrier under test, configured as it comes. */
    protected abstract Carrier carrier();

    /** Two parcels that the carrier takes. */
    protected CarrierRequest request(String key) {
        return new CarrierRequest(key, "A-100017", null, new CarrierRequest.Destination("Ada Lovelace", "St James's Square 12", "London", null, "SW1Y 4JH", "GB"),
                List.of(new CarrierRequest.Parcel(1, "006141411234567890", new BigDecimal("1.2"), new BigDecimal("30"), new BigDecimal("20"), new BigDecimal("10")),
                        new CarrierRequest.Parcel(2, null, new BigDecimal("0.4"), null, null, null)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(carrier().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void namesRatesWithoutBuying() throws Exception {
        List<CarrierRate> rates = carrier().rates(request(null));

        assertThat(rates).isNotNull().allSatisfy(r -> {
            assertThat(r.service()).isNotBlank().hasSizeLessThanOrEqualTo(60);
            assertThat(r.title()).isNotBlank();
            assertThat(r.price() == null || !r.price().isNegative()).isTrue();
        });
        assertThat(rates).extracting(CarrierRate::service).doesNotHaveDuplicates();
    }

    @Test
    void labelsEveryParcelInTime() throws Exception {
        long begin = System.nanoTime();
        CarrierLabel label = carrier().label(request(key()));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
        assertThat(label.accepted()).isTrue();
        assertThat(label.parcels()).extracting(CarrierLabel.Labelled::number).containsExactlyInAnyOrder(1, 2);
        List<String> numbers = label.parcels().stream().map(CarrierLabel.Labelled::trackingNumber).filter(Objects::nonNull).toList();
        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(n -> assertThat(n).isNotBlank().hasSizeLessThanOrEqualTo(100));
        assertThat(label.reference() == null ? "" : label.reference()).hasSizeLessThanOrEqualTo(200);
        label.parcels().stream().map(CarrierLabel.Labelled::pdf).filter(Objects::nonNull).forEach(pdf -> assertThat(new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF"));
    }

    @Test
    void sameKeyBuysOneLabelAlsoAtOnce() throws Exception {
        Carrier carrier = carrier();
        CarrierRequest request = request(key());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CarrierLabel>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> carrier.label(request));
            }
            Set<CarrierLabel> answers = new HashSet<>();
            for (Future<CarrierLabel> f : pool.invokeAll(calls)) {
                answers.add(f.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void otherKeyIsAnotherShipment() throws Exception {
        assertThat(Collections.disjoint(numbers(carrier().label(request(key()))), numbers(carrier().label(request(key()))))).isTrue();
    }

    private static List<String> numbers(CarrierLabel label) {
        // parcels that go by their own SSCC have the same one in both
        return label.parcels().stream().map(CarrierLabel.Labelled::trackingNumber).filter(n -> n != null && !n.matches("[0-9]{18}")).toList();
    }

    @Test
    void tellsOnlyOfWhatItIsAskedAbout() throws Exception {
        List<String> numbers = carrier().label(request(key())).parcels().stream().map(CarrierLabel.Labelled::trackingNumber).filter(Objects::nonNull).toList();

        assertThat(carrier().track(numbers)).isNotNull().extracting(CarrierEvent::trackingNumber).allMatch(numbers::contains);
        assertThat(carrier().track(List.of("no-such-number"))).isEmpty();
    }

    @Test
    void takesAnUnusedLabelBackAndSaysTheSameAgain() throws Exception {
        CarrierLabel label = carrier().label(request(key()));
        CarrierCancel cancel = new CarrierCancel(key(), label.reference(), label.parcels().stream().map(CarrierLabel.Labelled::trackingNumber).filter(Objects::nonNull).toList());

        assertThat(carrier().cancel(cancel).done()).isTrue();
        assertThat(carrier().cancel(cancel)).isEqualTo(carrier().cancel(cancel));
    }
}
