package io.amphora.assignment.api;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a rule says. {@link #of} and {@link #abstain(Reason)} say it in every language that the bundle of the rule brings; the others in the language of the texts.
 *
 * @param winner   location id, null to abstain
 * @param assignee a person or team there, may be null
 * @param summary  one sentence for the order page
 * @param reasons  candidate's location id to why it was taken or dropped
 * @param said     the summary in all languages; null if there is only the text
 * @param why      the reasons in all languages; those that are only texts are not in it
 */
public record Verdict(Long winner, String assignee, String summary, Map<Long, String> reasons, Reason said, Map<Long, Reason> why) {
    public Verdict {
        reasons = Map.copyOf(reasons);
        why = Map.copyOf(why);
    }

    /** In one language only. */
    public Verdict(Long winner, String assignee, String summary, Map<Long, String> reasons) {
        this(winner, assignee, summary, reasons, null, Map.of());
    }

    /** @param why candidate's location id to why it was taken or dropped */
    public static Verdict of(Long winner, String assignee, Reason said, Map<Long, Reason> why) {
        return new Verdict(winner, assignee, said.text(), why.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, r -> r.getValue().text())), said, why);
    }

    public static Verdict abstain(String summary) {
        return new Verdict(null, null, summary, Map.of());
    }

    public static Verdict abstain(Reason said) {
        return of(null, null, said, Map.of());
    }
}
