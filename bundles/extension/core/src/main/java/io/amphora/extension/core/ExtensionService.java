package io.amphora.extension.core;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads, previews; leaves switching to {@link FeatureSwitch} and {@link Deployments}. */
@Component(service = Extensions.class)
public final class ExtensionService implements Extensions {
    private final BundleContext framework;
    private final Parts parts;
    private final KarafFeatures features;
    private final Titles titles;
    private final Concerns concerns;
    private final DeployFolder folder;
    private final Dropped dropped;
    private final FeatureSwitch featureSwitch;
    private final Deployments deployments;
    private final Leftovers leftovers;

    @Activate
    public ExtensionService(BundleContext framework, @Reference Parts parts, @Reference KarafFeatures features, @Reference Titles titles, @Reference Concerns concerns,
                            @Reference DeployFolder folder, @Reference Dropped dropped, @Reference FeatureSwitch featureSwitch, @Reference Deployments deployments, @Reference Leftovers leftovers) {
        this.framework = framework;
        this.parts = parts;
        this.features = features;
        this.titles = titles;
        this.concerns = concerns;
        this.folder = folder;
        this.dropped = dropped;
        this.featureSwitch = featureSwitch;
        this.deployments = deployments;
        this.leftovers = leftovers;
    }

    private Overview overview(Locale locale) {
        return new Overview(framework.getBundles(), parts.all(), features.all(), titles, dropped.failedStarts(), folder, locale);
    }

    @Override
    public List<Feature> features(Actor by, Locale locale) {
        by.require(READ);
        return overview(locale).features();
    }

    @Override
    public List<InstalledBundle> bundles(Actor by, Locale locale) {
        by.require(READ);
        List<InstalledBundle> all = new ArrayList<>(overview(locale).bundles());
        all.addAll(leftovers.all());
        return all.stream().sorted(Comparator.comparing(InstalledBundle::symbolicName)).toList();
    }

    @Override
    public InstalledBundle bundle(Actor by, long id, Locale locale) {
        by.require(READ);
        Optional<Path> leftover = leftovers.find(id);
        return leftover.isPresent() ? leftovers.shown(leftover.get()) : overview(locale).bundle(deployments.find(id));
    }

    @Override
    public Impact preview(Actor by, String feature, Locale locale) {
        by.require(READ);
        Overview overview = overview(locale);
        FeatureNode node = featureSwitch.find(overview.features, feature);
        Set<String> dependents = node.on() ? FeatureNode.dependents(feature, overview.features) : Set.of();
        Set<String> off = new LinkedHashSet<>(dependents);
        off.add(feature);
        List<Problem> refusals = node.on() ? FeatureSwitch.refusals(off) : List.of();
        List<Bundle> bundles = node.on() ? overview.at(FeatureNode.stopping(off, overview.features)) : List.of();
        return impact(feature, bundles, List.copyOf(dependents), refusals, overview);
    }

    @Override
    public Impact preview(Actor by, long bundle, Locale locale) {
        by.require(READ);
        Optional<Path> leftover = leftovers.find(bundle);
        if (leftover.isPresent()) {
            return new Impact(leftover.get().getFileName().toString(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Bundle found = deployments.find(bundle);
        List<Problem> refusals = folder.fileOf(found).isPresent() ? List.of() : List.of(Deployments.notDropped(found));
        return impact(found.getSymbolicName(), List.of(found), List.of(), refusals, overview(locale));
    }

    private Impact impact(String what, List<Bundle> bundles, List<String> dependents, List<Problem> refusals, Overview overview) {
        Set<Long> ids = bundles.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
        List<Provided> gone = new ArrayList<>();
        Set<Part> out = new Knockout(overview.parts, parts::offers).without(ids);
        out.forEach(part -> overview.catalogue.of(part).filter(p -> p.kind() != Provided.Kind.SERVICE || ids.contains(part.bundleId())).ifPresent(gone::add));
        Set<Long> touched = out.stream().map(Part::bundleId).collect(Collectors.toCollection(TreeSet::new));
        touched.addAll(ids);
        for (long id : touched) {
            Bundle bundle = framework.getBundle(id);
            if (bundle != null) {
                overview.catalogue.of(bundle, out.stream().filter(p -> p.bundleId() == id).toList()).stream().filter(Provided::active).forEach(gone::add);
            }
        }
        List<Provided> sorted = gone.stream().distinct().sorted(Comparator.comparing(Provided::kind).thenComparing(Provided::title)).toList();
        List<String> names = bundles.stream().map(Bundle::getSymbolicName).sorted().toList();
        return new Impact(what, names, dependents, sorted, concerns.of(sorted, names), refusals);
    }

    @Override
    public void switchOff(Actor by, String feature, boolean withDependents) {
        by.require(MANAGE);
        featureSwitch.off(by, feature, withDependents);
    }

    @Override
    public void switchOn(Actor by, String feature) {
        by.require(MANAGE);
        featureSwitch.on(by, feature);
    }

    @Override
    public void install(Actor by, String fileName, InputStream jar) {
        by.require(MANAGE);
        deployments.install(by, fileName, jar);
    }

    @Override
    public void start(Actor by, long bundle) {
        by.require(MANAGE);
        deployments.start(by, bundle);
    }

    @Override
    public void stop(Actor by, long bundle) {
        by.require(MANAGE);
        deployments.stop(by, bundle);
    }

    @Override
    public void remove(Actor by, long bundle) {
        by.require(MANAGE);
        deployments.remove(by, bundle);
    }
}
