package io.amphora.assignment.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Lets the rules decide. Thread-safe. */
@ProviderType
public interface Assignments {
    /**
     * Asks the active rules, records the decision and assigns the order, in one transaction (rules are asked before it). Needs {@code order.assign}.
     *
     * @throws io.amphora.common.AmphoraException.Refused if the order cannot be assigned now, or no location is active
     */
    Decision assign(Actor by, long orderId);

    /** What {@link #assign} would decide; records nothing. Needs {@code order.read}. */
    Decision preview(Actor by, long orderId);

    /** Past decisions on an order, newest first. Needs {@code order.read}. */
    List<Decision> decisions(Actor by, long orderId);

    /** The rules that take part now, in the order they are asked. Needs {@code order.read}. */
    List<RuleInfo> rules(Actor by, Locale locale);

    /** @param health {@code ok}, {@code failing} (recent failures) or {@code open} (not asked for now); @param lastError may be null */
    record RuleInfo(String id, String title, int ranking, String bundle, String bundleVersion, String health, long asked, long decided, long failed, String lastError) {
    }
}
