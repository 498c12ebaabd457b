package io.amphora.extension.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our features, as Karaf knows them. */
@Component(service = KarafFeatures.class)
public final class KarafFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(KarafFeatures.class);
    private static final String OURS = "amphora-";
    /** Others are not restarted because of it: what is switched exports nothing that they are wired to. */
    private static final EnumSet<FeaturesService.Option> QUIETLY = EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    private final FeaturesService features;

    @Activate
    public KarafFeatures(@Reference FeaturesService features) {
        this.features = features;
    }

    /** By name. */
    Map<String, FeatureNode> all() {
        Map<String, FeatureNode> nodes = new TreeMap<>();
        for (Feature feature : karaf(features::listFeatures)) {
            if (feature.getName().startsWith(OURS)) {
                nodes.put(feature.getName(), node(feature));
            }
        }
        return nodes;
    }

    /** Karaf's service declares no narrower exception than this, whatever goes wrong. */
    private static <T> T karaf(Callable<T> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new FeaturesFailure(e);
        }
    }

    private static final class FeaturesFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FeaturesFailure(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    private FeatureNode node(Feature feature) {
        Set<String> needs = feature.getDependencies().stream().map(Dependency::getName).filter(name -> name.startsWith(OURS)).collect(Collectors.toSet());
        List<String> locations = feature.getBundles().stream().filter(b -> !b.isDependency()).map(BundleInfo::getLocation).map(String::trim).toList();
        return new FeatureNode(feature.getName(), feature.getVersion(), feature.getDescription(), features.isInstalled(feature), needs, locations);
    }

    void off(Collection<FeatureNode> nodes) {
        change(nodes, "off", () -> {
            Set<String> roots = Arrays.stream(features.listRequiredFeatures()).map(Feature::getName).collect(Collectors.toSet());
            features.uninstallFeatures(ids(nodes.stream().filter(n -> roots.contains(n.name())).toList()), QUIETLY);
            return nodes;
        });
    }

    void on(Collection<FeatureNode> nodes) {
        change(nodes, "on", () -> {
            features.installFeatures(ids(nodes), QUIETLY);
            return nodes;
        });
    }

    private static Set<String> ids(Collection<FeatureNode> nodes) {
        return nodes.stream().map(n -> n.name() + "/" + n.version()).collect(Collectors.toSet());
    }

    private static void change(Collection<FeatureNode> nodes, String how, Callable<?> change) {
        String names = nodes.stream().map(FeatureNode::name).sorted().collect(Collectors.joining(", "));
        long begin = System.nanoTime();
        try {
            karaf(change);
            LOG.info("switched {} {} in {} ms", how, names, (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.error("switching {} {} failed", how, names, e);
            throw new AmphoraException.Refused(Problem.of("", "extension.switch-failed", "switching {0} failed: {1}", names, String.valueOf(e.getMessage())));
        }
    }
}
