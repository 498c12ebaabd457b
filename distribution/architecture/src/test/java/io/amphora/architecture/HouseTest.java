package io.amphora.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final Pattern PART = Pattern.compile("io\\.amphora\\.(?<domain>[a-z]+)\\.(?<part>core|rest|console|shell)(\\..*)?");
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static JavaClasses all;

    @BeforeAll
    static void readAllBundles() throws IOException {
        try (Stream<Path> dirs = Files.walk(Path.of("../../bundles"), 5)) {
            List<Location> classes = dirs.filter(p -> p.endsWith("target/classes")).map(Location::of).toList();
            all = new ClassFileImporter().importLocations(classes);
        }
        assertThat(all).as("build the bundles first").hasSizeGreaterThan(50);
    }

    /** {@code order.core} of {@code io.amphora.order.core.place}; empty if it is no part that keeps to itself. */
    private static String part(JavaClass c) {
        Matcher m = PART.matcher(c.getPackageName());
        return !m.matches() || m.group("domain").equals("console") && m.group("part").equals("console") ? "" : m.group("domain") + "." + m.group("part");
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    @Test
    void nobodyImportsACoreRestOrConsolePartOfAnother() {
        ArchRuleDefinition.classes().that(in("io.amphora..")).should(new ArchCondition<JavaClass>("import no inner part of another bundle") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (Dependency d : c.getDirectDependenciesFromSelf()) {
                    String target = part(d.getTargetClass().getBaseComponentType());
                    boolean testKit = c.getPackageName().matches("io\\.amphora\\.[a-z]+\\.test.*");
                    if (!target.isEmpty() && !target.equals(part(c)) && !testKit) {
                        events.add(SimpleConditionEvent.violated(c, d.getDescription()));
                    }
                }
            }
        }).check(all);
    }

    /** One persistence unit holds all of them, and knows them by these names. */
    @Test
    void entitiesOfAllDomainsDifferInName() {
        assertThat(all.stream().filter(c -> c.isAnnotatedWith("jakarta.persistence.Entity")).map(HouseTest::entityName)).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    private static String entityName(JavaClass entity) {
        Object name = entity.getAnnotationOfType("jakarta.persistence.Entity").get("name").orElse("");
        return name.toString().isEmpty() ? entity.getSimpleName() : name.toString();
    }

    @Test
    void apisKnowNoFrameworks() {
        noClasses().that(in("io.amphora.*.api..").and(DescribedPredicate.not(in("io.amphora.platform.api", "io.amphora.console.api..", "io.amphora.web.api.."))))
                .should().dependOnClassesThat(in("jakarta.persistence..", "com.vaadin..", "javax.ws.rs..", "org.osgi.framework..", "org.osgi.service..", "org.apache.karaf..")).check(all);
    }

    @Test
    void domainsDoNotKnowTheConsoleOrRest() {
        noClasses().that(in("io.amphora.*.core..").and(DescribedPredicate.not(in("io.amphora.console..", "io.amphora.web.."))))
                .should().dependOnClassesThat(in("com.vaadin..", "javax.ws.rs..", "io.amphora.console..", "io.amphora.web..")).check(all);
    }

    @Test
    void facesDoNotTouchTheDatabase() {
        noClasses().that(in("io.amphora.*.rest..", "io.amphora.*.console..", "io.amphora.*.shell.."))
                .should().dependOnClassesThat(in("jakarta.persistence..", "java.sql..", "javax.sql..", "org.eclipse.persistence..")).check(all);
    }

    @Test
    void onlyRestPartsUseJaxRs() {
        noClasses().that(in("io.amphora..").and(DescribedPredicate.not(in("io.amphora.*.rest..", "io.amphora.web..", "io.amphora.bench.."))))
                .should().dependOnClassesThat(in("javax.ws.rs..")).check(all);
    }

    @Test
    void extensionsUseOneSpiAndCommon() {
        noClasses().that(in("io.amphora.ext..")).should().dependOnClassesThat(in("io.amphora..")
                .and(DescribedPredicate.not(in("io.amphora.ext..", "io.amphora.common", "io.amphora.console.api..", "io.amphora.assignment.api", "io.amphora.report.api", "io.amphora.channel.api", "io.amphora.document.api", "io.amphora.payment.api", "io.amphora.fulfilment.api")))).check(all);
    }

    @Test
    void domainsAreFreeOfCycles() {
        slices().matching("io.amphora.(*).api..").should().beFreeOfCycles().check(all);
    }

    @Test
    void nobodyPrintsToTheTerminal() {
        // the one-time token of the first start has to be seen by who started the server
        noClasses().that(in("io.amphora..").and(DescribedPredicate.not(in("io.amphora.identity.core..", "io.amphora.demo..", "io.amphora.bench.."))))
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(all);
    }
}
