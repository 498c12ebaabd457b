package io.amphora.document.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.TemplateInfo;
import io.amphora.platform.api.guard.Isolated;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Finds the template for a kind and language, has it make the document, and takes the shipped one if it fails. */
@Component(service = Printer.class)
public final class Printer {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration TITLE = Duration.ofSeconds(2);
    private static final int REPLACED = 500;

    /** @param replaced null; or which template should have made it and why it did not */
    record Printed(byte[] pdf, Locale language, Template.Card template, String replaced) {
    }

    private final Templates templates;
    private final DocumentSettings settings;
    private final Duration deadline;
    private final PdfPress press = new PdfPress();
    private final ExecutorService threads = Isolated.threads("amphora-document");

    @Activate
    public Printer(@Reference Templates templates, @Reference DocumentSettings settings) {
        this(templates, settings, DEADLINE);
    }

    Printer(Templates templates, DocumentSettings settings, Duration deadline) {
        this.templates = templates;
        this.settings = settings;
        this.deadline = deadline;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /**
     * In which language a document can be.
     *
     * @param asked     by who wants it, may be null
     * @param preferred by the customer, may be null
     * @throws AmphoraException.Invalid if no template speaks the language asked for
     */
    Locale language(DocumentKind kind, String asked, String preferred) {
        if (asked != null && !asked.isBlank()) {
            Locale locale = Locale.forLanguageTag(asked.strip());
            if (locale.getLanguage().isEmpty() || templates.of(kind, locale).isEmpty()) {
                throw new AmphoraException.Invalid(Problem.of("language", "document.language", "there is no template in {0}; there are: {1}", asked, String.join(", ", spoken(kind))));
            }
            return locale;
        }
        Locale customer = preferred == null ? null : Locale.forLanguageTag(preferred);
        return Stream.of(customer, settings.language()).filter(Objects::nonNull).filter(l -> !templates.of(kind, l).isEmpty()).findFirst().orElse(Locale.ENGLISH);
    }

    private TreeSet<String> spoken(DocumentKind kind) {
        TreeSet<String> all = new TreeSet<>();
        templates.all().stream().filter(t -> t.card.kind() == kind).forEach(t -> all.addAll(t.card.languages()));
        return all;
    }

    /** @param language one that {@link #language} gave */
    Printed print(DocumentModel model, Locale language) {
        Template first = templates.of(model.kind(), language).stream().findFirst().orElseGet(() -> templates.shipped(model.kind()));
        if (first.shipped()) {
            return shipped(model, language, null);
        }
        try {
            return new Printed(first.print(model, language, press, threads, deadline), language, first.card, null);
        } catch (Template.Failed e) {
            return shipped(model, language, Texts.cut(first.card.id() + " (" + first.card.bundle() + " " + first.card.bundleVersion() + "): " + e.getMessage(), REPLACED));
        }
    }

    /** In the language asked for, else the installation's, else English. */
    private Printed shipped(DocumentModel model, Locale wanted, String replaced) {
        Template template = templates.shipped(model.kind());
        Locale language = Stream.of(wanted, settings.language()).filter(template::speaks).findFirst().orElse(Locale.ENGLISH);
        try {
            return new Printed(template.print(model, language, press, threads, deadline), language, template.card, replaced);
        } catch (Template.Failed e) {
            throw new AmphoraException.Refused(Problem.of("", "document.busy", "the document cannot be made now, try again later: {0}", e.getMessage()));
        }
    }

    List<TemplateInfo> infos(Locale language) {
        return templates.all().stream().map(t -> t.info(language, threads, TITLE)).toList();
    }
}
