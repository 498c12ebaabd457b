package io.amphora.itests;

import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Bundles that fail in one way each, made while the test runs. */
final class BrokenBundles {
    private BrokenBundles() {
    }

    /** @param imports beside those of a report template; empty for none */
    static void drop(Path deploy, String name, Class<? extends BundleActivator> activator, String imports) throws IOException {
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name + "\nBundle-Version: 1.0.0\nBundle-Activator: " + activator.getName()
                + "\nImport-Package: org.osgi.framework,io.amphora.report.api" + (imports.isEmpty() ? "" : "," + imports) + "\n";
        Path made = Files.createTempFile("broken", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(made), new Manifest(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))))) {
            for (Class<?> type : List.of(BrokenBundles.class, Quiet.class, ThrowsOnStart.class, HangsOnStart.class, ThrowsInReport.class, ThrowsInConstructor.class, Linkage.class)) {
                String file = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(file));
                try (InputStream in = BrokenBundles.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(jar);
                }
            }
        }
        Files.move(made, deploy.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does nothing. */
    public static class Quiet implements BundleActivator {
        @Override
        public void start(BundleContext context) throws Exception {
        }

        @Override
        public void stop(BundleContext context) {
        }

        static Hashtable<String, Object> id(String id) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(ReportTemplate.PROPERTY_ID, id);
            return properties;
        }
    }

    public static class ThrowsOnStart extends Quiet {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no licence");
        }
    }

    public static class HangsOnStart extends Quiet {
        @Override
        public void start(BundleContext context) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    public static class ThrowsInReport extends Quiet {
        @Override
        public void start(BundleContext context) {
            context.registerService(ReportTemplate.class, new Linkage(), id("broken-report"));
        }
    }

    public static class ThrowsInConstructor extends Quiet implements ServiceFactory<ReportTemplate> {
        @Override
        public void start(BundleContext context) {
            context.registerService(ReportTemplate.class, this, id("stillborn-report"));
        }

        @Override
        public ReportTemplate getService(Bundle bundle, ServiceRegistration<ReportTemplate> registration) {
            throw new IllegalStateException("stillborn");
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<ReportTemplate> registration, ReportTemplate service) {
        }
    }

    public static class Linkage implements ReportTemplate {
        @Override
        public ReportInfo info(Locale locale) {
            return new ReportInfo("Broken report", "Fails", "vaadin:bug", List.of());
        }

        @Override
        public ReportResult run(ReportRequest request, ReportData data) {
            throw new NoClassDefFoundError("org/nowhere/Missing");
        }
    }
}
