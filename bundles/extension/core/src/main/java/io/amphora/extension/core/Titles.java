package io.amphora.extension.core;

import io.amphora.assignment.api.Assignments;
import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.Inbox.ChannelInfo;
import io.amphora.common.Actor;
import io.amphora.common.Messages;
import io.amphora.platform.api.UnitStatus;
import io.amphora.report.api.Reports;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the other domains know of what bundles bring: titles, and how it does. Each may be off. */
@Component(service = Titles.class)
public class Titles {
    private static final Logger LOG = LoggerFactory.getLogger(Titles.class);
    private static final Actor SYSTEM = Actor.system("extension");

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Messages> messages = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Reports reports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assignments assignments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Inbox inbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnitStatus unit;

    /** The text of a key, in English if the language has none; null if nobody has it. */
    String text(String key, Locale locale) {
        for (Locale language : List.of(locale, Locale.ENGLISH)) {
            for (Messages source : messages) {
                String found = source.find(key, language);
                if (found != null) {
                    return new MessageFormat(found, language).format(new Object[0]);
                }
            }
        }
        return null;
    }

    Map<String, String> reportTitles(Locale locale) {
        Reports now = reports;
        return now == null ? Map.of() : asked(() -> now.list(SYSTEM, locale), Reports.Entry::id).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().info().title()));
    }

    Map<String, Reports.Health> reports() {
        Reports now = reports;
        return now == null ? Map.of() : asked(() -> now.health(SYSTEM), Reports.Health::id);
    }

    Map<String, RuleInfo> rules(Locale locale) {
        Assignments now = assignments;
        return now == null ? Map.of() : asked(() -> now.rules(SYSTEM, locale), RuleInfo::id);
    }

    Map<String, ChannelInfo> channels(Locale locale) {
        Inbox now = inbox;
        return now == null ? Map.of() : asked(() -> now.channels(SYSTEM, locale), ChannelInfo::id);
    }

    /** Domains whose tables the database does not take, with the reason. */
    Map<String, String> refusedDomains() {
        UnitStatus now = unit;
        return now == null ? Map.of() : now.refused();
    }

    /** A domain that fails to answer, or is just going, must not take the overview of all others down. */
    private static <T> Map<String, T> asked(Supplier<List<T>> question, Function<T, String> id) {
        try {
            return question.get().stream().collect(Collectors.toMap(id, t -> t, (a, b) -> a));
        } catch (RuntimeException e) {
            LOG.warn("a domain does not say what its extensions are", e);
            return Map.of();
        }
    }
}
