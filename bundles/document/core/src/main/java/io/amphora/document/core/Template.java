package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentTemplate;
import io.amphora.document.api.TemplateInfo;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Guard;
import io.amphora.platform.api.guard.Isolated;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One template that is there, and how it has done. Foreign code, called through a {@link Guard} only. Thread-safe. */
final class Template {
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);
    private static final int TEXT = 300;
    /** Documents that are made with one template at a time. */
    private static final int AT_ONCE = 6;
    /** For those that hang when others take their turn. */
    private static final int SPARE = 2;

    /** What it is, without asking it. @param ranking null for a shipped one @param languages empty means any */
    record Card(String id, DocumentKind kind, List<String> languages, Integer ranking, String bundle, String bundleVersion) {
    }

    /** It could not make the document. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String why, Throwable cause) {
            super(why, cause);
        }
    }

    final Card card;
    private final Supplier<DocumentTemplate> service;
    private final Breaker breaker;
    private final Guard guard;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** @param service makes or gets the template; called on isolated threads only, as it runs the template's constructor */
    Template(Card card, Supplier<DocumentTemplate> service, Clock clock) {
        this.card = card;
        this.service = service;
        // a shipped one is asked whatever happened: there is no other
        this.breaker = new Breaker(shipped() ? Integer.MAX_VALUE : Breaker.FAILURES, Breaker.REST, () -> clock.millis() * 1_000_000);
        this.guard = new Guard(breaker, AT_ONCE + SPARE);
    }

    boolean speaks(Locale language) {
        return card.languages.isEmpty() || card.languages.stream().anyMatch(l -> Locale.forLanguageTag(l).getLanguage().equals(language.getLanguage()));
    }

    boolean shipped() {
        return card.ranking == null;
    }

    /** Page and PDF, on a thread of its own. */
    byte[] print(DocumentModel model, Locale language, PdfPress press, ExecutorService threads, Duration deadline) throws Failed {
        // many who ask at once take turns; only one that hangs keeps them waiting so long
        if (!taken(deadline)) {
            throw new Failed("too many documents are being made with it", null);
        }
        try {
            return called(model, language, press, threads, deadline);
        } finally {
            turns.release();
        }
    }

    private boolean taken(Duration patience) throws Failed {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    private byte[] called(DocumentModel model, Locale language, PdfPress press, ExecutorService threads, Duration deadline) throws Failed {
        try {
            return guard.call(threads, deadline, () -> press.print(instance().render(model, language)), pdf -> pdf == null ? "answered null" : null);
        } catch (NoAnswer e) {
            throw failed(e);
        }
    }

    private Failed failed(NoAnswer e) {
        if (e.why() == NoAnswer.Why.RESTING) {
            return new Failed("not asked, it failed " + Breaker.FAILURES + " times in a row: " + e.getMessage(), null);
        }
        String why = e.getCause() == null || e.getCause().getMessage() == null ? e.getMessage() : e.getCause().getMessage();
        LOG.warn("Document template {} of {} {} failed: {}", card.id, card.bundle, card.bundleVersion, why, e.getCause());
        return new Failed(Texts.cut(why, TEXT), e.getCause());
    }

    private DocumentTemplate instance() {
        DocumentTemplate found = service.get();
        if (found == null) {
            throw new IllegalStateException("the template could not be created");
        }
        return found;
    }

    /** Never fails: a template that cannot even name itself goes by its id. */
    private String title(Locale language, ExecutorService threads, Duration deadline) {
        if (breaker.broken()) {
            return card.id;
        }
        try {
            String title = Isolated.call(threads, deadline, () -> instance().title(language));
            return title == null || title.isBlank() ? card.id : Texts.cut(title, TEXT);
        } catch (NoAnswer e) {
            LOG.warn("Document template {} of {} cannot say its title: {}", card.id, card.bundle, e.getMessage(), e.getCause());
            return card.id;
        }
    }

    TemplateInfo info(Locale language, ExecutorService threads, Duration deadline) {
        return new TemplateInfo(card.id, title(language, threads, deadline), card.kind, card.languages, card.ranking, card.bundle, card.bundleVersion, breaker.broken() ? "open" : breaker.health(),
                breaker.asked(), breaker.failures(), breaker.lastError());
    }
}
