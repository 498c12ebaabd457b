package io.amphora.report.core;

import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Isolated;
import io.amphora.platform.api.guard.NoAnswer;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportTemplate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One template that is there, with how it does. Its own code runs on isolated threads only. Thread-safe. */
final class Template {
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);
    private static final Duration INFO_DEADLINE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    final String id;
    final int ranking;
    final String bundle;
    final String bundleVersion;
    final Breaker breaker;
    /** Runs that have not ended, hung ones included: what hangs can take so many threads and no more. */
    final Semaphore running = new Semaphore(AT_ONCE);
    private final ExecutorService threads;
    private final Supplier<ReportTemplate> service;
    private final Map<String, ReportInfo> infos = new ConcurrentHashMap<>();
    private volatile boolean introduced;

    /** @param service makes or gets the template, null if that fails; called on isolated threads only, as it runs the template's constructor */
    Template(String id, int ranking, String bundle, String bundleVersion, Supplier<ReportTemplate> service, ExecutorService threads, Clock clock) {
        this.id = id;
        this.ranking = ranking;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.service = service;
        this.threads = threads;
        this.breaker = new Breaker(() -> clock.millis() * 1_000_000);
    }

    /** On an isolated thread. */
    ReportTemplate instance() {
        ReportTemplate found = service.get();
        if (found == null) {
            throw new IllegalStateException("the template could not be created");
        }
        return found;
    }

    /** Makes it ready to be listed without waiting. */
    void introduce(List<Locale> languages) {
        languages.forEach(this::info);
        introduced = true;
    }

    /** Whether it is known what it is, or that it cannot be known. */
    boolean introduced() {
        return introduced;
    }

    /** What it says of itself; its id as title if it cannot say. */
    ReportInfo info(Locale locale) {
        ReportInfo known = infos.get(locale.toLanguageTag());
        if (known != null) {
            return known;
        }
        ReportInfo asked = breaker.allows() ? ask(locale) : null;
        if (asked == null) {
            return new ReportInfo(id, "", "vaadin:warning", List.of());
        }
        infos.put(locale.toLanguageTag(), asked);
        return asked;
    }

    private ReportInfo ask(Locale locale) {
        try {
            ReportInfo info = Isolated.call(threads, INFO_DEADLINE, () -> instance().info(locale));
            if (info != null && info.title() != null && info.description() != null) {
                return info;
            }
            failed("info", "says nothing of itself", null);
        } catch (NoAnswer e) {
            failed("info", e.getMessage(), e.getCause());
        }
        return null;
    }

    void failed(String what, String reason, Throwable cause) {
        breaker.failed(reason);
        LOG.warn("report {} of {} {}: {} failed: {}", id, bundle, bundleVersion, what, reason, cause);
    }
}
