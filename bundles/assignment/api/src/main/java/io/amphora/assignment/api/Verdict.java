package io.amphora.assignment.api;

import java.util.Map;

/**
 * What a rule says.
 *
 * @param winner   location id, null to abstain
 * @param assignee a person or team there, may be null
 * @param summary  one sentence for the order page
 * @param reasons  candidate's location id to why it was taken or dropped
 */
public record Verdict(Long winner, String assignee, String summary, Map<Long, String> reasons) {
    public Verdict {
        reasons = Map.copyOf(reasons);
    }

    public static Verdict abstain(String summary) {
        return new Verdict(null, null, summary, Map.of());
    }
}
