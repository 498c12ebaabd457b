package io.amphora.extension.console;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One essential feature, one that can be switched, one broken dropped bundle. */
final class FakeExtensions implements Extensions {
    final List<String> done = new ArrayList<>();
    boolean reportsOn = true;
    boolean dropped = true;

    @Override
    public List<Feature> features(Actor by, Locale locale) {
        return List.of(
                new Feature("amphora-platform", "1.0.0", "Platform", true, Problem.of("", "extension.essential.platform", "needed by all"), List.of(), List.of(), List.of(), Health.OK,
                        List.of()),
                new Feature("amphora-report", "1.0.0", "Reports", reportsOn, null, List.of(), List.of(), List.of(), reportsOn ? Health.OK : Health.OFF, List.of()));
    }

    @Override
    public List<InstalledBundle> bundles(Actor by, Locale locale) {
        return !dropped ? List.of() : List.of(new InstalledBundle(99, "bad.rule", "1.0.0", "Bad rule", InstalledBundle.State.RESOLVED, Instant.EPOCH, true, null, List.of(),
                Health.BROKEN, List.of(Problem.of("", "extension.start-failed", "did not start: {0}", "boom"))));
    }

    @Override
    public InstalledBundle bundle(Actor by, long id, Locale locale) {
        return bundles(by, locale).get(0);
    }

    @Override
    public Impact preview(Actor by, String feature, Locale locale) {
        return new Impact(feature, List.of("io.amphora.report.core"), List.of("amphora-platform"),
                List.of(new Provided(Provided.Kind.PAGE, "reports", "Reports page", "io.amphora.report.console", true),
                        new Provided(Provided.Kind.SERVICE, "Reports", "ReportService", "io.amphora.report.core", true)), List.of(), List.of());
    }

    @Override
    public Impact preview(Actor by, long bundle, Locale locale) {
        return new Impact("bad.rule", List.of("bad.rule"), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public void switchOff(Actor by, String feature, boolean withDependents) {
        done.add("off " + feature);
        reportsOn = false;
    }

    @Override
    public void switchOn(Actor by, String feature) {
        done.add("on " + feature);
        reportsOn = true;
    }

    @Override
    public void install(Actor by, String fileName, InputStream jar) {
        done.add("install " + fileName);
    }

    @Override
    public void start(Actor by, long bundle) {
        done.add("start " + bundle);
    }

    @Override
    public void stop(Actor by, long bundle) {
        done.add("stop " + bundle);
    }

    @Override
    public void remove(Actor by, long bundle) {
        done.add("remove " + bundle);
    }
}
