package io.amphora.order.rest;

import io.amphora.common.EnumTexts;
import io.amphora.common.Messages;
import io.amphora.common.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Problems that are part of an answer, in the language of who asks; English where there is no translation. */
@Component(service = ProblemTexts.class)
public final class ProblemTexts {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Messages> messages = List.of();

    /** @param wanted what is acceptable, best first; {@code *} is English */
    String of(Problem problem, List<Locale> wanted) {
        Locale locale = wanted.isEmpty() || wanted.get(0).getLanguage().equals("*") ? Locale.ENGLISH : wanted.get(0);
        String pattern = find(problem.messageKey(), locale);
        return pattern == null ? problem.message() : new MessageFormat(pattern, locale).format(EnumTexts.named(problem.args(), key -> find(key, locale)));
    }

    private String find(String key, Locale locale) {
        return messages.stream().map(m -> m.find(key, locale)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
