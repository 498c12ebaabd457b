package io.amphora.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import io.amphora.report.api.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/** Drops, breaks and switches parts of the running server, while its other doors answer all the time. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ExtensionIT {
    private static final Actor TEST = Actor.system("test");
    private static final Locale EN = Locale.ENGLISH;

    @Inject
    @Filter(timeout = 120_000)
    private Extensions extensions;
    @Inject
    @Filter(timeout = 120_000)
    private Reports reports;

    /** In the container only: Pax Exam also makes an instance outside. */
    private Path deploy;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void awaitReady() {
        deploy = Path.of(System.getProperty("karaf.base"), "deploy");
        Server.awaitReady();
    }

    @Test
    public void everyExtensionTakesPartWhenDroppedAndGoesWithoutTrace() throws Exception {
        for (Path jar : extensionJars()) {
            whileOthersAnswer(() -> {
                Path dropped = deploy.resolve(jar.getFileName());
                Files.copy(jar, dropped, StandardCopyOption.REPLACE_EXISTING);
                String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
                Server.await(name + " brings something", 10, () -> bundle(name).filter(b -> b.health() == Health.OK && brings(b)).isPresent());
                Files.delete(dropped);
                Server.await(name + " is gone", 10, () -> bundle(name).isEmpty());
            });
        }
        assertFalse(reports.list(TEST, EN).stream().anyMatch(r -> r.id().equals("abc-products")));
        assertEquals(Optional.of("io.amphora.ext.report.abc"), reports.bundleOf(TEST, "abc-products"));
    }

    @Test
    public void aFeatureIsPreviewedSwitchedOffAndOn() throws Exception {
        Impact impact = extensions.preview(TEST, "amphora-report", EN);
        assertTrue(impact.gone().stream().anyMatch(p -> p.kind() == Provided.Kind.REPORT && p.id().equals("sales-by-month")));
        assertTrue(impact.gone().stream().anyMatch(p -> p.kind() == Provided.Kind.REST && p.id().equals("reports")));
        assertTrue(impact.gone().stream().anyMatch(p -> p.kind() == Provided.Kind.PAGE && p.id().equals("reports")));

        assertEquals(401, Server.status("/api/v1/reports"));
        whileOthersAnswer(() -> {
            extensions.switchOff(TEST, "amphora-report", false);
            Server.await("reports are gone", 10, () -> Server.status("/api/v1/reports") == 404);
            assertFalse(feature("amphora-report").on());
            extensions.switchOn(TEST, "amphora-report");
            Server.await("reports are back", 10, () -> Server.status("/api/v1/reports") == 401);
        });
        assertTrue(feature("amphora-report").on());
    }

    @Test
    public void everyPartThatCanBeSwitchedOffComesBackWhole() throws Exception {
        List<String> all = extensions.features(TEST, EN).stream().filter(f -> f.on() && f.essential() == null).map(Feature::name).toList();
        assertTrue(all.toString(), all.containsAll(List.of("amphora-notification", "amphora-payment", "amphora-returns", "amphora-fulfilment", "amphora-document")));
        for (String name : all) {
            if (extensions.preview(TEST, name, EN).refusals().isEmpty()) {
                extensions.switchOff(TEST, name, true);
                extensions.switchOn(TEST, name);
            }
        }
        for (String name : all) {
            Server.await(name + " is back", 20, () -> feature(name).on() && feature(name).health() == Health.OK);
        }
    }

    @Test
    public void whatTheServerCannotDoWithoutIsRefused() {
        for (String essential : List.of("amphora-http", "amphora-persistence", "amphora-platform", "amphora-identity", "amphora-console", "amphora-extension", "amphora-rest")) {
            assertThrows(essential, AmphoraException.Refused.class, () -> extensions.switchOff(TEST, essential, true));
        }
    }

    @Test
    public void aBundleThatDoesNotStartIsShownWithTheReason() throws Exception {
        whileOthersAnswer(() -> {
            BrokenBundles.drop(deploy, "broken.hangs", BrokenBundles.HangsOnStart.class, "");
            BrokenBundles.drop(deploy, "broken.throws", BrokenBundles.ThrowsOnStart.class, "");
            BrokenBundles.drop(deploy, "broken.imports", BrokenBundles.Quiet.class, "org.nowhere.lib");

            awaitFault("broken.throws", "no licence", 15);
            awaitFault("broken.imports", "org.nowhere.lib", 15);
            awaitFault("broken.hangs", "has not come back from its start", 40);
        });
        for (String name : List.of("broken.hangs", "broken.throws", "broken.imports")) {
            Files.delete(deploy.resolve(name + ".jar"));
            Server.await(name + " is gone", 15, () -> bundle(name).isEmpty());
        }
    }

    @Test
    public void aReportThatThrowsFailsAlone() throws Exception {
        BrokenBundles.drop(deploy, "broken.report", BrokenBundles.ThrowsInReport.class, "");
        BrokenBundles.drop(deploy, "broken.constructor", BrokenBundles.ThrowsInConstructor.class, "");
        Server.await("both are listed", 15, () -> reports.list(TEST, EN).stream().filter(r -> r.bundle().startsWith("broken.")).count() == 2);

        for (int i = 0; i < 3; i++) {
            assertThrows(AmphoraException.Refused.class, () -> reports.run(TEST, "broken-report", Map.of(), EN));
        }

        awaitFault("broken.report", "org/nowhere/Missing", 5);
        assertEquals(Health.BROKEN, bundle("broken.report").orElseThrow().health());
        assertTrue(bundle("broken.constructor").orElseThrow().health() != Health.OK);
        reports.run(TEST, "sales-by-month", Map.of(), EN);
        Files.delete(deploy.resolve("broken.report.jar"));
        Files.delete(deploy.resolve("broken.constructor.jar"));
        Server.await("both are gone", 15, () -> reports.list(TEST, EN).stream().noneMatch(r -> r.bundle().startsWith("broken.")));
    }

    private interface Step {
        void run() throws Exception;
    }

    /** No request to another page or resource may fail meanwhile. */
    private static void whileOthersAnswer(Step step) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread others = new Thread(() -> {
            while (!over.get()) {
                boolean well = Server.status("/console/login") == 200 && Server.status("/api/v1/products") == 401;
                (well ? answered : failed).incrementAndGet();
            }
        });
        others.start();
        try {
            step.run();
        } finally {
            over.set(true);
            others.join(30_000);
        }
        assertEquals("lost requests", 0, failed.get());
        assertTrue(answered.get() > 0);
    }

    private void awaitFault(String name, String part, int seconds) {
        Server.await(name + " is red because of " + part, seconds, () -> bundle(name).filter(b -> b.health() == Health.BROKEN)
                .map(b -> b.faults().stream().map(Problem::message).anyMatch(m -> m.contains(part))).orElse(false));
    }

    private Optional<InstalledBundle> bundle(String name) {
        return extensions.bundles(TEST, EN).stream().filter(b -> b.symbolicName().equals(name)).findFirst();
    }

    private Feature feature(String name) {
        return extensions.features(TEST, EN).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean brings(InstalledBundle bundle) {
        return bundle.provides().stream().anyMatch(p -> p.active() && Set.of(Provided.Kind.REPORT, Provided.Kind.RULE, Provided.Kind.CHANNEL, Provided.Kind.GATEWAY, Provided.Kind.CARRIER).contains(p.kind()));
    }

    private static List<Path> extensionJars() throws IOException {
        try (Stream<Path> jars = Files.walk(Path.of(System.getProperty("amphora.extensions")), 3)) {
            return jars.filter(p -> p.toString().matches(".*/target/io\\.amphora\\.ext\\.[a-z.]+-[0-9.]+\\.jar")).toList();
        }
    }
}
