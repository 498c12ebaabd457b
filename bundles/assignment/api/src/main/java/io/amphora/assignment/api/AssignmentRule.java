package io.amphora.assignment.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: says which location should handle an order. Rules are asked in the order of {@code service.ranking} (highest first), then id;
 * the first that does not abstain decides. Called on any thread, possibly several at once, with a deadline of two seconds; a rule that
 * throws, hangs or answers nonsense is passed over, and after repeated failures not asked for a while.
 */
@ConsumerType
public interface AssignmentRule {
    /** Required service property: stable id of the rule; decisions keep it. Never change it. */
    String PROPERTY_ID = "amphora.rule.id";

    /** What people call it. */
    String title(Locale locale);

    /**
     * @param request the order and who could handle it; at least one candidate
     * @return the verdict, with a reason for every candidate; {@link Verdict#abstain} if this rule has nothing to say. Never null
     * @throws AssignmentException if it cannot decide because something is broken
     */
    Verdict decide(AssignmentRequest request) throws AssignmentException;
}
