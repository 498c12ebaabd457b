package io.amphora.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Inside the booted distribution. JUnit 4, because Pax Exam knows no other. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BootIT {
    private static final EnumSet<FeaturesService.Option> QUIETLY = EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    @Inject
    private BundleContext context;
    @Inject
    private FeaturesService features;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void awaitReady() {
        Server.awaitReady();
    }

    @Test
    public void bootsOfflineWithEveryBundleActiveAndWithoutErrors() throws IOException {
        List<String> idle = ours().filter(b -> b.getState() != Bundle.ACTIVE).map(Bundle::getSymbolicName).toList();
        assertEquals(List.of(), idle);
        assertTrue("many bundles of ours", ours().count() > 25);

        try (Stream<String> log = Files.lines(Path.of(System.getProperty("karaf.data"), "log", "karaf.log"))) {
            assertEquals(List.of(), log.filter(line -> line.contains("| ERROR |")).toList());
        }
    }

    @Test
    public void answersAtEachOfItsDoors() {
        assertEquals(200, Server.status("/console/login"));
        assertEquals(200, Server.status("/health"));
        assertEquals(200, Server.status("/api/v1/docs/"));
        HttpResponse<String> document = Server.get("/api/v1/openapi.json");
        assertEquals(200, document.statusCode());
        assertTrue(document.body().contains("\"/products\""));
        HttpResponse<String> refused = Server.get("/api/v1/products");
        assertEquals(401, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElse(""));
        assertEquals(404, Server.status("/api/v1/nothing"));
    }

    @Test
    public void hasNoUsersAndListensOnLoopbackOnly() throws IOException {
        String users = Files.readString(Path.of(System.getProperty("karaf.etc"), "users.properties"));
        assertEquals(List.of(), users.lines().filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("_g_")).toList());
        assertEquals("127.0.0.1", property("org.apache.karaf.shell.cfg", "sshHost"));
    }

    @Test
    public void takesADroppedBundleAndLetsItGoAgain() throws IOException {
        Path jar = Path.of(System.getProperty("amphora.extensions"), "report-abc", "target", "io.amphora.ext.report.abc-1.0.0.jar");
        Path dropped = Path.of(System.getProperty("karaf.base"), "deploy", "abc.jar");
        Set<String> before = active();

        Files.copy(jar, dropped, StandardCopyOption.REPLACE_EXISTING);
        Server.await("the dropped bundle is active", 10, () -> active().contains("io.amphora.ext.report.abc"));
        Files.delete(dropped);
        Server.await("the bundle is gone", 10, () -> !active().contains("io.amphora.ext.report.abc"));

        assertEquals(before, active());
        assertEquals(200, Server.status("/ready"));
    }

    @Test
    public void switchesAFeatureOffAndOnWithoutTouchingOthers() throws Exception {
        Set<String> touched = new TreeSet<>();
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                touched.add(event.getBundle().getSymbolicName());
            }
        };
        context.addBundleListener(listener);

        features.uninstallFeature("amphora-transfer", QUIETLY);
        boolean gone = ours().noneMatch(b -> b.getSymbolicName().equals("io.amphora.transfer.core"));
        features.installFeature("amphora-transfer", QUIETLY);
        context.removeBundleListener(listener);

        assertTrue(gone);
        assertFalse(touched.toString(), touched.stream().anyMatch(name -> !name.startsWith("io.amphora.transfer.")));
        Server.await("import is back", 30, () -> active().contains("io.amphora.transfer.core"));
    }

    private static String property(String file, String key) throws IOException {
        var properties = new java.util.Properties();
        try (var in = Files.newInputStream(Path.of(System.getProperty("karaf.etc"), file))) {
            properties.load(in);
        }
        return properties.getProperty(key).replaceAll(".*:-(.*)}", "$1");
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName() != null && b.getSymbolicName().startsWith("io.amphora."));
    }

    private Set<String> active() {
        Set<String> names = new TreeSet<>();
        ours().filter(b -> b.getState() == Bundle.ACTIVE).forEach(b -> names.add(b.getSymbolicName()));
        return names;
    }
}
