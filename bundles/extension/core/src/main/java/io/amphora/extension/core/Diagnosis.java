package io.amphora.extension.core;

import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.channel.api.Inbox.ChannelInfo;
import io.amphora.common.Problem;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.Provided;
import io.amphora.report.api.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.Bundle;

/** How bundles do, and why. */
final class Diagnosis {
    /** @param faults worst first is not promised; empty when well */
    record Result(Health health, List<Problem> faults) {
    }

    private final Bundle[] all;
    private final Waits waits;
    private final Map<Long, Problem> failedStarts;
    private final Map<String, Reports.Health> reports;
    private final Map<String, RuleInfo> rules;
    private final Map<String, ChannelInfo> channels;
    private final Map<String, String> refusedDomains;

    Diagnosis(Bundle[] all, Map<Long, Problem> failedStarts, Waits waits, Titles titles, Locale locale) {
        this.all = all;
        this.waits = waits;
        this.failedStarts = failedStarts;
        this.reports = titles.reports();
        this.rules = titles.rules(locale);
        this.channels = titles.channels(locale);
        this.refusedDomains = titles.refusedDomains();
    }

    Result of(Bundle bundle, List<Part> parts, List<Provided> provided) {
        List<Problem> faults = new ArrayList<>();
        Health health = state(bundle, faults);
        if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING) {
            for (Part part : parts) {
                health = health.and(part(part, faults));
            }
            for (Provided thing : provided) {
                health = health.and(thing(thing, faults));
            }
            health = health.and(entities(bundle, parts, faults));
        }
        return new Result(health, faults.stream().distinct().toList());
    }

    private Health state(Bundle bundle, List<Problem> faults) {
        Problem failedStart = failedStarts.get(bundle.getBundleId());
        if (failedStart != null) {
            faults.add(failedStart);
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            List<Problem> missing = Missing.of(bundle, all);
            if (!missing.isEmpty()) {
                faults.clear();
                faults.addAll(missing);
            }
            return faults.isEmpty() ? Health.OFF : Health.BROKEN;
        }
        if (bundle.getState() == Bundle.STARTING && failedStart == null) {
            return Health.WAITING;
        }
        boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
        return failedStart != null ? Health.BROKEN : bundle.getState() == Bundle.RESOLVED && !fragment ? Health.OFF : Health.OK;
    }

    private Health part(Part part, List<Problem> faults) {
        switch (part.state()) {
            case FAILED -> {
                faults.add(Problem.of("", "extension.component-failed", "{0} could not be created: {1}", part.simpleName(), String.valueOf(part.failure())));
                return Health.BROKEN;
            }
            case WAITING -> {
                faults.addAll(waits.of(part));
                return Health.WAITING;
            }
            default -> {
                return Health.OK;
            }
        }
    }

    private Health thing(Provided thing, List<Problem> faults) {
        switch (thing.kind()) {
            case REPORT -> {
                Reports.Health report = reports.get(thing.id());
                return report == null ? Health.OK : circuit(thing, report.state(), report.lastError(), faults);
            }
            case RULE -> {
                RuleInfo rule = rules.get(thing.id());
                return rule == null ? Health.OK : circuit(thing, rule.health(), rule.lastError(), faults);
            }
            case CHANNEL -> {
                ChannelInfo channel = channels.get(thing.id());
                return channel == null || channel.lastError() == null ? Health.OK : circuit(thing, "failing", channel.lastError(), faults);
            }
            default -> {
                return Health.OK;
            }
        }
    }

    private static Health circuit(Provided thing, String state, String lastError, List<Problem> faults) {
        switch (state) {
            case "open" -> {
                faults.add(Problem.of("", "extension.circuit-open", "{0} failed several times and is not asked for now; the last time: {1}", thing.title(), String.valueOf(lastError)));
                return Health.BROKEN;
            }
            case "failing" -> {
                faults.add(Problem.of("", "extension.failing", "{0} failed lately: {1}", thing.title(), String.valueOf(lastError)));
                return Health.WAITING;
            }
            default -> {
                return Health.OK;
            }
        }
    }

    /** A refused contribution is known by its domain; ours are named like their bundle. */
    private Health entities(Bundle bundle, List<Part> parts, List<Problem> faults) {
        boolean contributes = parts.stream().anyMatch(p -> p.offers("io.amphora.platform.api.EntityContribution"));
        Health health = Health.OK;
        for (Map.Entry<String, String> refused : refusedDomains.entrySet()) {
            if (contributes && bundle.getEntry("db/" + refused.getKey()) != null) {
                faults.add(Problem.of("", "extension.entities-refused", "the database does not take its tables ({0}): {1}", refused.getKey(), refused.getValue()));
                health = Health.BROKEN;
            }
        }
        return health;
    }
}
