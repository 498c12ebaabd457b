package io.amphora.extension.core;

import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Why a bundle does not resolve: each thing it requires that no bundle provides. */
final class Missing {
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern LOWEST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private Missing() {
    }

    static List<Problem> of(Bundle bundle, Bundle[] all) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<Problem> missing = new ArrayList<>();
        if (revision == null) {
            return missing;
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            boolean wanted = !"optional".equals(requirement.getDirectives().get("resolution")) && "resolve".equals(requirement.getDirectives().getOrDefault("effective", "resolve"));
            if (wanted && !isMet(requirement, all)) {
                missing.add(problem(requirement, all));
            }
        }
        return missing;
    }

    private static boolean isMet(BundleRequirement requirement, Bundle[] all) {
        for (Bundle other : all) {
            BundleRevision revision = other.adapt(BundleRevision.class);
            if (revision != null && revision.getDeclaredCapabilities(requirement.getNamespace()).stream().anyMatch(requirement::matches)) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(BundleRequirement requirement, Bundle[] all) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        Matcher name = PACKAGE.matcher(filter);
        if (!PackageNamespace.PACKAGE_NAMESPACE.equals(requirement.getNamespace()) || !name.find()) {
            return Problem.of("", "extension.missing-requirement", "requires {0}, which nothing provides: {1}", requirement.getNamespace(), filter);
        }
        List<String> versions = versions(name.group(1), all);
        return versions.isEmpty() ? Problem.of("", "extension.missing-package", "imports the package {0}, which no bundle provides", name.group(1))
                : Problem.of("", "extension.wrong-version", "imports the package {0} in a version {1}, but there is only {2}", name.group(1), range(filter), String.join(", ", versions));
    }

    private static String range(String filter) {
        Matcher lowest = LOWEST.matcher(filter);
        Matcher below = BELOW.matcher(filter);
        return (lowest.find() ? "[" + lowest.group(1) : "[0") + "," + (below.find() ? below.group(1) : "") + ")";
    }

    private static List<String> versions(String name, Bundle[] all) {
        List<String> versions = new ArrayList<>();
        for (Bundle other : all) {
            BundleRevision revision = other.adapt(BundleRevision.class);
            if (revision != null) {
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream().map(BundleCapability::getAttributes)
                        .filter(a -> name.equals(a.get(PackageNamespace.PACKAGE_NAMESPACE))).map(a -> String.valueOf(a.get("version"))).filter(v -> !versions.contains(v)).forEach(versions::add);
            }
        }
        return versions;
    }
}
