package io.amphora.order.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every review check must hold to. Extend it in the tests of the bundle that brings the check. */
public abstract class ReviewCheckContract {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** The check under test, configured as it comes. */
    protected abstract ReviewCheck check();

    /** Orders that checks meet: with all data, with as little as an order may have, with five hundred lines. */
    protected static List<ReviewRequest> requests() {
        Address full = new Address("Ada", "1 Mill Lane", "Leeds", "Yorkshire", "LS1", "United Kingdom");
        ReviewRequest.Customer ada = new ReviewRequest.Customer(7, "C-7", "Ada", "France", false);
        ReviewRequest.Line line = new ReviewRequest.Line("A", "Name", BigDecimal.TEN, "pcs", new BigDecimal("9.99"), new BigDecimal("12"), new BigDecimal("99.9"));
        ReviewRequest.Line free = new ReviewRequest.Line("B", "", new BigDecimal("0.001"), null, BigDecimal.ZERO, null, BigDecimal.ZERO);
        ReviewRequest.Line cut = new ReviewRequest.Line("C", "Cut", BigDecimal.TEN, "pcs", new BigDecimal("9"), new BigDecimal("12"), new BigDecimal("90"), new BigDecimal("9"), new BigDecimal("1"),
                BigDecimal.ZERO, new BigDecimal("11"));
        List<ReviewRequest.Line> many = new ArrayList<>();
        List<ReviewRequest.Past> past = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(i % 2 == 0 ? line : free);
        }
        for (int i = 0; i < 20; i++) {
            past.add(new ReviewRequest.Past("A-" + i, "PO 1", null, OrderStatus.values()[i % OrderStatus.values().length], NOW.minusSeconds(i * 60L), i > 15, i % 3 == 0));
        }
        return List.of(new ReviewRequest("console", "X", "sam", ada, "PO 1", "EUR", new BigDecimal("99.9"), full, LocalDate.of(2026, 3, 9), "note", NOW, List.of(line, cut), past, past.subList(0, 5),
                        new BigDecimal("1000"), BigDecimal.ZERO),
                new ReviewRequest("rest", null, "system:rest", null, null, "CNY", BigDecimal.ZERO, Address.EMPTY, null, null, NOW, List.of(free), List.of(), List.of(), null),
                new ReviewRequest("rest", null, "eve", new ReviewRequest.Customer(8, "C-8", "王小明", null, true), null, "JPY", new BigDecimal("99999999999"), full, null, null, NOW, many,
                        List.of(), List.of(), BigDecimal.ZERO));
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(check().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void namesThePermissionThatWaives() {
        assertThat(check().waivePermission()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void answersEveryOrderInTimeWithFindingsThatFit() {
        for (ReviewRequest request : requests()) {
            long begin = System.nanoTime();
            List<Problem> found = check().check(request);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
            assertThat(found).isNotNull().allSatisfy(p -> {
                assertThat(p.field()).isNotNull().hasSizeLessThanOrEqualTo(100);
                assertThat(p.code()).isNotBlank().hasSizeLessThanOrEqualTo(100);
                assertThat(p.pattern()).isNotBlank().hasSizeLessThanOrEqualTo(500);
                assertThat(p.message()).isNotBlank();
                assertThat(p.args()).hasSizeLessThanOrEqualTo(9);
            });
        }
    }

    @Test
    void saysTheSameTwice() {
        for (ReviewRequest request : requests()) {
            assertThat(check().check(request)).isEqualTo(check().check(request));
        }
    }

    @Test
    void bearsManyCallsAtOnce() throws Exception {
        ReviewCheck check = check();
        ReviewRequest request = requests().get(0);
        List<Problem> expected = check.check(request);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Problem>>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> check.check(request));
            }
            for (Future<List<Problem>> f : pool.invokeAll(calls)) {
                assertThat(f.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
