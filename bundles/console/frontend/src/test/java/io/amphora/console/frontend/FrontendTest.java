package io.amphora.console.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.server.frontend.BundleUtils;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The front end that the build made has all free components and no commercial one. */
class FrontendTest {
    private static final Path OUT = Path.of("target/classes/META-INF/VAADIN");
    /** Only for collaboration-engine, which is commercial. */
    private static final Set<String> NOT_NEEDED = Set.of("vaadin-field-highlighter.js", "fieldHighlighterConnector.js");

    private static String stats() throws IOException {
        return Files.readString(OUT.resolve("config/stats.json"));
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(OUT.resolve("webapp/VAADIN/build"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Class<?>> vaadinClasses() throws IOException {
        List<Class<?>> classes = new ArrayList<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(jar).getName().matches("(vaadin-.*-flow|vaadin-flow-components-base)-[0-9.]+\\.jar")) {
                continue;
            }
            try (JarFile file = new JarFile(jar)) {
                for (String name : file.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")).toList()) {
                    try {
                        classes.add(Class.forName(name.replace('/', '.').replace(".class", ""), false,
                                FrontendTest.class.getClassLoader()));
                    } catch (LinkageError | ClassNotFoundException e) {
                        // needs something optional
                    }
                }
            }
        }
        return classes;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void everyModuleOfTheFreeComponentsIsIn() throws IOException {
        String stats = stats();
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Class<?> type : vaadinClasses()) {
            for (JsModule module : type.getDeclaredAnnotationsByType(JsModule.class)) {
                seen++;
                String name = last(module.value());
                if (!module.developmentOnly() && !NOT_NEEDED.contains(name) && !stats.contains("/" + name + "\"")) {
                    missing.add(type.getName() + " " + module.value());
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyComponentHasAChunkOrIsEager() throws IOException {
        String scripts = scripts();
        Set<Class<?>> eager = Stream.of(Eager.class.getAnnotationsByType(Uses.class)).map(Uses::value)
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Class<?> type : vaadinClasses()) {
            if (!Component.class.isAssignableFrom(type) || !Modifier.isPublic(type.getModifiers())
                    || type.getAnnotationsByType(JsModule.class).length == 0) {
                continue;
            }
            seen++;
            boolean found = false;
            for (Class<?> c = type; c != Component.class && !found; c = c.getSuperclass()) {
                found = eager.contains(c) || scripts.contains(BundleUtils.getChunkId(c.getName()));
            }
            if (!found) {
                missing.add(type.getName());
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingCommercialIsIn() throws IOException {
        Pattern commercial = Pattern.compile("@vaadin/(charts|board|crud|dashboard|grid-pro|map|rich-text-editor|spreadsheet|"
                + "cookie-consent|collaboration[a-z-]*|react-components[a-z-]*)\\b|highcharts|cvdlModules\":\\s*\\{\\s*\"");
        Set<String> found = new TreeSet<>();
        for (String text : List.of(stats(), scripts())) {
            Matcher m = commercial.matcher(text);
            while (m.find()) {
                found.add(m.group());
            }
        }
        assertThat(found).isEmpty();
    }
}
