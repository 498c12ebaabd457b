package io.amphora.report.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportException;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Chart;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.ReportTemplate;
import io.amphora.report.api.Reports;
import io.amphora.report.core.templates.TopProducts;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportServiceTest {
    private static final Actor MANAGER = new Actor("mona", "Mona", java.util.Set.of(Reports.READ));
    private static final Locale EN = Locale.ENGLISH;

    private final SettableClock clock = new SettableClock();
    private final Templates templates = new Templates(new KnownBundles(new SettingsInMemory()), clock);
    private final Reports reports = new ReportService(templates, new FactsInMemory(), Duration.ofMillis(300));

    @AfterEach
    void stop() {
        templates.stop();
    }

    @Test
    void listsTemplatesByTitleWithTheirBundle() {
        add("b", () -> new Plain("Beta"));
        add("a", () -> new Plain("Zeta"));
        add("c", () -> new Plain("Alpha"));

        assertThat(reports.list(MANAGER, EN)).extracting(e -> e.info().title()).containsExactly("Alpha", "Beta", "Zeta");
        assertThat(reports.list(MANAGER, EN).get(0)).extracting(Reports.Entry::id, Reports.Entry::bundle, Reports.Entry::bundleVersion)
                .containsExactly("c", "test.bundle", "1.2.3");
    }

    @Test
    void prefersTheHigherRankingOfTwoWithOneId() {
        templates.add("1", "twice", 0, "test.low", "1.0.0", () -> new Plain("Low"));
        templates.add("2", "twice", 10, "test.high", "1.0.0", () -> new Plain("High"));
        await().until(() -> !reports.list(MANAGER, EN).isEmpty());

        assertThat(reports.list(MANAGER, EN)).singleElement().extracting(Reports.Entry::bundle).isEqualTo("test.high");
    }

    @Test
    void refusesWhoMayNotReadReports() {
        Actor stranger = new Actor("sam", "Sam", java.util.Set.of());

        assertThatThrownBy(() -> reports.list(stranger, EN)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> reports.run(stranger, "any", Map.of(), EN)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @Test
    void doesNotFindAReportWhoseBundleIsGone() {
        add("gone", () -> new Plain("Gone"));
        templates.remove("gone");

        assertThatThrownBy(() -> reports.run(MANAGER, "gone", Map.of(), EN)).isInstanceOf(AmphoraException.NotFound.class);
        assertThat(reports.list(MANAGER, EN)).isEmpty();
        await().untilAsserted(() -> assertThat(reports.bundleOf(MANAGER, "gone")).contains("test.bundle"));
        assertThat(reports.bundleOf(MANAGER, "never-there")).isEmpty();
    }

    @Test
    void namesEveryParameterThatDoesNotFit() {
        add("top-products", TopProducts::new);

        assertThatThrownBy(() -> reports.run(MANAGER, "top-products",
                Map.of("from", "2011-02-30", "month", "August", "limit", "many", "by", "luck", "colour", "red", "channel", "x".repeat(300)), EN))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                        .containsExactlyInAnyOrder("from", "month", "limit", "by", "colour", "channel"));
        assertThatThrownBy(() -> reports.run(MANAGER, "top-products", Map.of("from", "2011-09-01", "to", "2011-08-01"), EN))
                .isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("to: must not be before 2011-09-01");
        assertThatThrownBy(() -> reports.run(MANAGER, "top-products", Map.of("limit", "0"), EN))
                .isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("limit: must be between 1 and 1,000");
        assertThat(reports.health(MANAGER)).singleElement().extracting(Reports.Health::state).isEqualTo("ok");
    }

    @Test
    void tellsWhatATemplateThrew() {
        add("broken", () -> new Plain("Broken") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) throws ReportException {
                throw new ReportException("no paper", null);
            }
        });

        assertRefused("broken", "report.failed", "no paper");
        assertThat(reports.health(MANAGER)).singleElement().satisfies(h -> {
            assertThat(h.state()).isEqualTo("failing");
            assertThat(h.lastError()).contains("no paper");
        });
    }

    @Test
    void survivesATemplateWithMissingClasses() {
        add("linkage", () -> new Plain("Linkage") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) {
                throw new NoClassDefFoundError("org/example/Missing");
            }
        });

        assertRefused("linkage", "report.failed", "org/example/Missing");
    }

    @Test
    void stopsWaitingForATemplateThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        add("hanging", () -> new Plain("Hanging") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) throws ReportException {
                return awaitForever(never);
            }
        });

        assertRefused("hanging", "report.timeout", "did not answer");
    }

    @Test
    void opensTheCircuitAfterThreeFailuresAndTriesAgainLater() {
        boolean[] mended = {false};
        add("flaky", () -> new Plain("Flaky") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) throws ReportException {
                if (!mended[0]) {
                    throw new IllegalStateException("not yet");
                }
                return super.run(request, data);
            }
        });
        for (int i = 0; i < 3; i++) {
            assertRefused("flaky", "report.failed", "not yet");
        }

        mended[0] = true;

        assertRefused("flaky", "report.circuit-open", "not yet");
        clock.now = clock.now.plus(io.amphora.platform.api.guard.Breaker.REST);
        assertThat(reports.run(MANAGER, "flaky", Map.of(), EN).rows()).hasSize(1);
        assertThat(reports.health(MANAGER)).singleElement().extracting(Reports.Health::state, Reports.Health::failures).containsExactly("ok", 3L);
    }

    @Test
    void listsATemplateThatCannotBeCreatedByItsId() {
        add("stillborn", () -> {
            throw new ExceptionInInitializerError("constructor");
        });
        add("absent", () -> null);

        assertThat(reports.list(MANAGER, EN)).extracting(e -> e.info().title()).containsExactly("absent", "stillborn");
        assertThat(reports.health(MANAGER)).extracting(Reports.Health::state).containsOnly("open");
        assertRefused("absent", "report.circuit-open", "could not be created");
    }

    @Test
    void listsOthersWhileATemplateHangsInItsConstructor() {
        CountDownLatch never = new CountDownLatch(1);
        templates.add("hung", "hung", 0, "test.bundle", "1.2.3", () -> {
            awaitForever(never);
            return null;
        });
        add("fine", () -> new Plain("Fine"));

        assertThat(reports.list(MANAGER, EN)).extracting(Reports.Entry::id).containsExactly("fine");
    }

    @Test
    void refusesNonsenseFromATemplate() {
        add("short-row", result(new ReportResult(List.of(Column.text("a", "A")), List.of(List.of()), null, null)));
        add("no-column", result(new ReportResult(List.of(Column.text("a", "A")), List.of(), null, new Chart(Chart.Kind.PIE, "b", List.of("c")))));
        add("double", result(new ReportResult(List.of(Column.of("a", "A", Column.Type.MONEY)), List.of(List.of(1.5)), null, null)));
        add("nothing", result(null));

        assertRefused("short-row", "report.failed", "not as long as its columns");
        assertRefused("no-column", "report.failed", "draws columns it does not have");
        assertRefused("double", "report.failed", "Double in column a");
        assertRefused("nothing", "report.failed", "gave no table");
    }

    @Test
    void writesCsvThatSpreadsheetsDoNotRun() throws Exception {
        add("risky", result(new ReportResult(List.of(Column.text("name", "Name"), Column.of("amount", "Amount", Column.Type.MONEY)),
                List.of(Arrays.asList("=cmd|' /C calc'!A0", new BigDecimal("-1.50")), Arrays.asList("a \"b\", c\nd", null)), List.of("", BigDecimal.ONE), null)));
        StringWriter csv = new StringWriter();

        reports.csv(MANAGER, "risky", Map.of(), EN, csv);

        assertThat(csv).hasToString("name,amount\r\n'=cmd|' /C calc'!A0,-1.50\r\n\"a \"\"b\"\", c\nd\",\r\n");
    }

    @Test
    void givesNoDataAfterTheRunIsOver() {
        ReportData[] kept = new ReportData[1];
        add("keeper", () -> new Plain("Keeper") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) throws ReportException {
                kept[0] = data;
                return super.run(request, data);
            }
        });
        reports.run(MANAGER, "keeper", Map.of(), EN);

        assertThatThrownBy(() -> kept[0].sales(List.of(ReportData.By.SKU), ReportData.Filter.ALL, 0)).isInstanceOf(IllegalStateException.class);
    }

    private void add(String id, Supplier<ReportTemplate> service) {
        templates.add(id, id, 0, "test.bundle", "1.2.3", service);
        await().until(() -> templates.list().stream().anyMatch(t -> t.id.equals(id)));
    }

    private static Supplier<ReportTemplate> result(ReportResult result) {
        return () -> new Plain("Result") {
            @Override
            public ReportResult run(ReportRequest request, ReportData data) {
                return result;
            }
        };
    }

    private void assertRefused(String id, String code, String part) {
        assertThatThrownBy(() -> reports.run(MANAGER, id, Map.of(), EN)).isInstanceOfSatisfying(AmphoraException.Refused.class, e -> {
            assertThat(e.problems()).singleElement().extracting(Problem::code).isEqualTo(code);
            assertThat(e).hasMessageContaining(part).hasMessageContaining(id).hasMessageContaining("test.bundle 1.2.3");
        });
    }

    private static ReportResult awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static class Plain implements ReportTemplate {
        private final String title;

        Plain(String title) {
            this.title = title;
        }

        @Override
        public ReportInfo info(Locale locale) {
            return new ReportInfo(title, "A report", "vaadin:bar-chart", List.of());
        }

        @Override
        public ReportResult run(ReportRequest request, ReportData data) throws ReportException {
            return new ReportResult(List.of(Column.text("a", "A")), List.of(List.of("1")), null, null);
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
