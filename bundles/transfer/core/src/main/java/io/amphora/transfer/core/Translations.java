package io.amphora.transfer.core;

import io.amphora.common.EnumTexts;
import io.amphora.common.Messages;
import io.amphora.common.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Texts for files that are written for somebody. */
@Component(service = Translations.class)
public final class Translations {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Messages> messages = List.of();

    String text(Problem problem, Locale locale) {
        return new MessageFormat(text(problem.messageKey(), problem.pattern(), locale), locale).format(EnumTexts.named(problem.args(), key -> text(key, null, locale)));
    }

    String text(String name, String otherwise, Locale locale) {
        for (Messages m : messages) {
            String found = m.find(name, locale);
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }
}
