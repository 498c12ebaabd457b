package io.amphora.report.core;

import io.amphora.platform.api.Settings;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Remembers which bundle brought a report, for when it is gone. Does nothing while settings are not there: it is a courtesy. */
@Component(service = KnownBundles.class)
public final class KnownBundles {
    private static final String PREFIX = "report.bundle.";
    private static final int MAX_ID = 80;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    public KnownBundles() {
    }

    KnownBundles(Settings settings) {
        this.settings = settings;
    }

    void remember(String report, String bundle) {
        Settings now = settings;
        if (now != null && report.length() <= MAX_ID && !find(report).equals(Optional.of(bundle))) {
            now.put(Settings.INSTALLATION, PREFIX + report, bundle);
        }
    }

    Optional<String> find(String report) {
        Settings now = settings;
        return now == null || report.length() > MAX_ID ? Optional.empty() : now.get(Settings.INSTALLATION, PREFIX + report);
    }
}
