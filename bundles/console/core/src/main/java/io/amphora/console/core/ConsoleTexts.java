package io.amphora.console.core;

import com.vaadin.flow.i18n.I18NProvider;
import io.amphora.common.EnumTexts;
import io.amphora.common.Messages;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.MessagesI18n;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The texts of all bundles there are now. */
@Component(service = ConsoleTexts.class)
public final class ConsoleTexts {
    private final MessagesI18n provider = new MessagesI18n(() -> this.sources);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Messages> sources = List.of();

    I18NProvider provider() {
        return provider;
    }

    String get(String key, Locale locale, Object... args) {
        return provider.getTranslation(key, locale, args);
    }

    String get(Problem problem, Locale locale) {
        Object[] args = EnumTexts.named(problem.args(), key -> known(get(key, locale)));
        String found = known(get(problem.messageKey(), locale, args));
        return found == null ? new MessageFormat(problem.pattern(), locale).format(args) : found;
    }

    private static String known(String text) {
        return text.startsWith("!") ? null : text;
    }
}
