package io.amphora.report.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.SalesFacts;
import io.amphora.platform.api.guard.Isolated;
import io.amphora.platform.api.guard.NoAnswer;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.Reports;
import java.io.IOException;
import java.io.Writer;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs templates so that a broken one fails alone. */
@Component(service = Reports.class)
public final class ReportService implements Reports {
    private final Templates templates;
    private final SalesFacts facts;
    private final Duration deadline;

    @Activate
    public ReportService(@Reference Templates templates, @Reference SalesFacts facts) {
        this(templates, facts, Duration.ofSeconds(30));
    }

    ReportService(Templates templates, SalesFacts facts, Duration deadline) {
        this.templates = templates;
        this.facts = facts;
        this.deadline = deadline;
    }

    @Override
    public List<Entry> list(Actor by, Locale locale) {
        by.require(READ);
        Collator collator = Collator.getInstance(locale);
        return templates.list().stream().map(t -> new Entry(t.id, t.info(locale), t.bundle, t.bundleVersion))
                .sorted(Comparator.comparing((Entry e) -> e.info().title(), collator).thenComparing(Entry::id)).toList();
    }

    @Override
    public List<Health> health(Actor by) {
        by.require(READ);
        return templates.list().stream().sorted(Comparator.comparing(t -> t.id))
                .map(t -> new Health(t.id, t.bundle, t.breaker.broken() ? "open" : t.breaker.health(), t.breaker.asked(), t.breaker.failures(), t.breaker.lastError())).toList();
    }

    @Override
    public Optional<String> bundleOf(Actor by, String id) {
        by.require(READ);
        return templates.find(id).map(t -> t.bundle).or(() -> templates.known().find(id));
    }

    @Override
    public void csv(Actor by, String id, Map<String, String> parameters, Locale locale, Writer to) throws IOException {
        Csv.write(run(by, id, parameters, locale), to);
    }

    @Override
    public ReportResult run(Actor by, String id, Map<String, String> parameters, Locale locale) {
        by.require(READ);
        Template template = templates.find(id).orElseThrow(() -> new AmphoraException.NotFound("report", id));
        if (!template.breaker.allows()) {
            throw refused("report.circuit-open", "the report {0} of the bundle {1} failed several times and is not run for now; the last time: {2}", template,
                    String.valueOf(template.breaker.lastError()));
        }
        ReportRequest request = new ReportRequest(locale, ParameterCheck.checked(template.info(locale).parameters(), parameters));
        acquire(template);
        SalesReportData data = new SalesReportData(facts, by);
        try {
            ReportResult result = Isolated.call(templates.threads(), deadline, () -> !data.querying(), () -> runIn(template, request, data));
            return sound(template, result);
        } catch (NoAnswer e) {
            if (e.why() == NoAnswer.Why.FAILED) {
                throw failure(template, data, e.getCause());
            }
            template.failed("run", e.getMessage(), null);
            throw refused("report.timeout", "the report {0} of the bundle {1} did not answer within {2} seconds", template, deadline.toSeconds());
        } finally {
            data.close();
        }
    }

    private static void acquire(Template template) {
        try {
            if (template.running.tryAcquire(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw refused("report.busy", "the report {0} of the bundle {1} runs too often already", template);
    }

    /** On a thread of its own; gives the permit back when that thread is done, not when its caller stopped waiting. */
    private static ReportResult runIn(Template template, ReportRequest request, SalesReportData data) throws Exception {
        try {
            return template.instance().run(request, data);
        } finally {
            template.running.release();
        }
    }

    private static ReportResult sound(Template template, ReportResult result) {
        String fault = ResultCheck.fault(result);
        if (fault != null) {
            template.failed("run", fault, null);
            throw refused("report.failed", "the report {0} of the bundle {1} failed: {2}", template, fault);
        }
        template.breaker.succeeded();
        return result;
    }

    /** What the data threw, and what the template says of its parameters, goes to the asker; everything else is the template's failure. */
    private static RuntimeException failure(Template template, SalesReportData data, Throwable cause) {
        if (data.failure() != null) {
            return data.failure();
        }
        if (cause instanceof AmphoraException.Invalid invalid) {
            return invalid;
        }
        template.failed("run", String.valueOf(cause), cause);
        return refused("report.failed", "the report {0} of the bundle {1} failed: {2}", template, String.valueOf(cause));
    }

    private static AmphoraException.Refused refused(String code, String pattern, Template template, Object... more) {
        Object[] args = new Object[2 + more.length];
        args[0] = template.id;
        args[1] = template.bundle + " " + template.bundleVersion;
        System.arraycopy(more, 0, args, 2, more.length);
        return new AmphoraException.Refused(Problem.of("", code, pattern, args));
    }
}
