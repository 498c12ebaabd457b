package io.amphora.extension.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** The installation at one moment, put together from all sources. */
final class Overview {
    private static final String OURS = "io.amphora.";

    final List<Part> parts;
    final Map<String, FeatureNode> features;
    final Catalogue catalogue;
    private final Titles titles;
    private final Locale locale;
    private final DeployFolder folder;
    private final Diagnosis diagnosis;
    private final Map<Long, List<Part>> partsOf;
    private final Map<String, String> featureOf = new HashMap<>();
    private final Map<String, Bundle> byLocation;
    private final Bundle[] all;

    Overview(Bundle[] all, List<Part> parts, Map<String, FeatureNode> features, Titles titles, Map<Long, Problem> failedStarts, DeployFolder folder, Locale locale) {
        this.all = all;
        this.parts = parts;
        this.features = features;
        this.titles = titles;
        this.locale = locale;
        this.folder = folder;
        this.catalogue = new Catalogue(titles, locale);
        this.diagnosis = new Diagnosis(all, failedStarts, new Waits(parts, features, this::title), titles, locale);
        this.partsOf = parts.stream().collect(Collectors.groupingBy(Part::bundleId));
        this.byLocation = Arrays.stream(all).collect(Collectors.toMap(Bundle::getLocation, Function.identity(), (a, b) -> a));
        features.values().stream().filter(FeatureNode::on).forEach(f -> f.locations().forEach(location -> featureOf.putIfAbsent(location, f.name())));
    }

    List<InstalledBundle> bundles() {
        return Arrays.stream(all).filter(b -> b.getSymbolicName() != null && (b.getSymbolicName().startsWith(OURS) || folder.fileOf(b).isPresent())).map(this::bundle)
                .sorted(Comparator.comparing(InstalledBundle::symbolicName)).toList();
    }

    InstalledBundle bundle(Bundle bundle) {
        List<Provided> provides = provides(bundle);
        Diagnosis.Result result = diagnosis.of(bundle, partsOf.getOrDefault(bundle.getBundleId(), List.of()), provides);
        return new InstalledBundle(bundle.getBundleId(), bundle.getSymbolicName(), bundle.getVersion().toString(), title(bundle),
                state(bundle), Instant.ofEpochMilli(bundle.getLastModified()), folder.fileOf(bundle).isPresent(), featureOf.get(bundle.getLocation()), provides,
                result.health(), result.faults());
    }

    /** As it calls itself; ours, which have no name of their own, by domain and part. */
    private String title(Bundle bundle) {
        String symbolicName = bundle.getSymbolicName();
        String known = titles.text("bundle.name." + symbolicName, locale);
        String name = known == null ? bundle.getHeaders(locale.toString()).get("Bundle-Name") : known;
        if (name != null && !name.equals(symbolicName)) {
            return name;
        }
        int last = symbolicName.lastIndexOf('.');
        String domain = symbolicName.startsWith(OURS) && last > OURS.length() ? titles.text("bundle.domain." + symbolicName.substring(OURS.length(), last), locale) : null;
        String layer = domain == null ? null : titles.text("bundle.layer." + symbolicName.substring(last + 1), locale);
        return layer == null ? symbolicName : domain + " · " + layer;
    }

    private static InstalledBundle.State state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> InstalledBundle.State.ACTIVE;
            case Bundle.STARTING -> InstalledBundle.State.STARTING;
            case Bundle.STOPPING -> InstalledBundle.State.STOPPING;
            case Bundle.RESOLVED -> InstalledBundle.State.RESOLVED;
            default -> InstalledBundle.State.INSTALLED;
        };
    }

    private List<Provided> provides(Bundle bundle) {
        List<Part> own = partsOf.getOrDefault(bundle.getBundleId(), List.of());
        List<Provided> provides = new ArrayList<>();
        own.forEach(part -> catalogue.of(part).ifPresent(provides::add));
        provides.addAll(catalogue.of(bundle, own));
        return provides.stream().distinct().sorted(Comparator.comparing(Provided::kind).thenComparing(Provided::id)).toList();
    }

    List<Feature> features() {
        return features.values().stream().map(this::feature).sorted(Comparator.comparing(Feature::title)).toList();
    }

    Feature feature(FeatureNode node) {
        List<InstalledBundle> bundles = node.on() ? node.locations().stream().map(byLocation::get).filter(Objects::nonNull).map(this::bundle).toList() : List.of();
        List<Provided> provides = bundles.stream().flatMap(b -> b.provides().stream()).toList();
        List<Problem> faults = bundles.stream().flatMap(b -> b.faults().stream()).distinct().toList();
        Health health = node.on() ? bundles.stream().map(InstalledBundle::health).reduce(Health.OK, Health::and) : Health.OFF;
        return new Feature(node.name(), node.version(), title(node), node.on(), Essential.reason(node.name()), node.needs().stream().sorted().toList(),
                node.locations().stream().map(FeatureNode::symbolicName).toList(), provides, health, faults);
    }

    private String title(FeatureNode node) {
        String translated = titles.text("feature." + node.name(), locale);
        return translated != null ? translated : node.description() != null ? node.description() : node.name();
    }

    List<Bundle> at(Collection<String> locations) {
        return locations.stream().map(byLocation::get).filter(Objects::nonNull).toList();
    }
}
