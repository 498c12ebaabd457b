package io.amphora.extension.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches features, one change at a time; after a start, switches off again what was off. immediate: nobody asks for it at the start. */
@Component(service = FeatureSwitch.class, immediate = true)
public final class FeatureSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureSwitch.class);

    private final KarafFeatures features;
    private final Kept kept;
    private final Settled settled;
    private final Object one = new Object();

    @Activate
    public FeatureSwitch(@Reference KarafFeatures features, @Reference Kept kept, @Reference Settled settled) {
        this.features = features;
        this.kept = kept;
        this.settled = settled;
    }

    /** Karaf remembers what is installed, but a server unpacked anew on the same database knows nothing of that. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setBootFinished(BootFinished boot) {
        Thread thread = new Thread(this::keepOff, "amphora-features-off");
        thread.setDaemon(true);
        thread.start();
    }

    void unsetBootFinished(BootFinished boot) {
    }

    void keepOff() {
        synchronized (one) {
            Map<String, FeatureNode> all = features.all();
            List<FeatureNode> on = kept.off().stream().map(all::get).filter(Objects::nonNull).filter(FeatureNode::on).toList();
            if (!on.isEmpty()) {
                LOG.info("still switched off: {}", on.stream().map(FeatureNode::name).toList());
                features.off(on);
            }
        }
    }

    FeatureNode find(Map<String, FeatureNode> all, String name) {
        FeatureNode node = all.get(name);
        if (node == null) {
            throw new AmphoraException.NotFound("feature", name);
        }
        return node;
    }

    /** Why these cannot be switched off. */
    static List<Problem> refusals(Collection<String> names) {
        return names.stream().map(Essential::reason).filter(Objects::nonNull).toList();
    }

    void off(Actor by, String name, boolean withDependents) {
        synchronized (one) {
            Map<String, FeatureNode> all = features.all();
            if (!find(all, name).on()) {
                return;
            }
            Set<String> dependents = FeatureNode.dependents(name, all);
            Set<String> off = new LinkedHashSet<>(dependents);
            off.add(name);
            refuseIfAny(refusals(off));
            if (!withDependents && !dependents.isEmpty()) {
                throw new AmphoraException.Refused(Problem.of("", "extension.needed", "{0} is needed by {1}", name, String.join(", ", dependents)));
            }
            features.off(off.stream().map(all::get).toList());
            kept.off(off, true);
            kept.along(name, dependents);
            off.forEach(feature -> kept.publish("switched-off", feature, by.name()));
        }
    }

    /** Waits outside the lock: others may switch meanwhile. */
    void on(Actor by, String name) {
        Set<String> on = new TreeSet<>();
        synchronized (one) {
            Map<String, FeatureNode> all = features.all();
            if (find(all, name).on()) {
                return;
            }
            collectOff(name, all, on);
            comeBack(on, kept.along(name), all);
            features.on(on.stream().map(all::get).toList());
            kept.off(on, false);
            kept.along(name, Set.of());
            on.forEach(feature -> kept.publish("switched-on", feature, by.name()));
        }
        Map<String, FeatureNode> now = features.all();
        settled.await(on.stream().map(now::get).flatMap(node -> node.locations().stream()).collect(Collectors.toSet()), now);
    }

    /** It and what it needs, as far as that is off. */
    private static void collectOff(String name, Map<String, FeatureNode> all, Set<String> on) {
        FeatureNode node = all.get(name);
        if (node != null && !node.on() && on.add(name)) {
            node.needs().forEach(need -> collectOff(need, all, on));
        }
    }

    /** Those that were on and went along when it was switched off, but not where that would bring back what somebody switched off by itself. */
    static void comeBack(Set<String> on, Set<String> along, Map<String, FeatureNode> all) {
        for (String feature : along) {
            Set<String> with = new TreeSet<>(on);
            collectOff(feature, all, with);
            if (with.stream().allMatch(name -> on.contains(name) || along.contains(name))) {
                on.addAll(with);
            }
        }
    }

    private static void refuseIfAny(List<Problem> refusals) {
        if (!refusals.isEmpty()) {
            throw new AmphoraException.Refused(refusals);
        }
    }
}
