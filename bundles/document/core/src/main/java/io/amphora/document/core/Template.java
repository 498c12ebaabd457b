package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentTemplate;
import io.amphora.document.api.TemplateInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One template that is there, and how it has done. After three failures in a row it is not asked for a minute. Thread-safe. */
final class Template {
    static final int LIMIT = 3;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);
    private static final int TEXT = 300;
    /** More calls at once than this hang in it: it gets no further thread. */
    private static final int AT_ONCE = 8;

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
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private int inARow;
    private long calls;
    private long failures;
    private Instant openUntil = Instant.MIN;
    private String lastError;

    /** @param service makes or gets the template; called on isolated threads only, as it runs the template's constructor */
    Template(Card card, Supplier<DocumentTemplate> service, Clock clock) {
        this.card = card;
        this.service = service;
        this.clock = clock;
    }

    boolean speaks(Locale language) {
        return card.languages.isEmpty() || card.languages.stream().anyMatch(l -> Locale.forLanguageTag(l).getLanguage().equals(language.getLanguage()));
    }

    boolean shipped() {
        return card.ranking == null;
    }

    /** Page and PDF, on a thread of its own. */
    byte[] print(DocumentModel model, Locale language, PdfPress press, Isolation isolation, Duration deadline) throws Failed {
        if (!shipped() && open()) {
            throw new Failed("not asked, it failed " + LIMIT + " times in a row: " + error(), null);
        }
        if (!running.tryAcquire()) {
            throw failed("too many calls are running in it", null);
        }
        try {
            byte[] pdf = isolation.call(deadline, () -> {
                try {
                    return press.print(instance().render(model, language));
                } finally {
                    running.release();
                }
            });
            succeeded();
            return pdf;
        } catch (ExecutionException e) {
            throw failed(String.valueOf(e.getCause().getMessage() == null ? e.getCause() : e.getCause().getMessage()), e.getCause());
        }
    }

    private DocumentTemplate instance() {
        DocumentTemplate found = service.get();
        if (found == null) {
            throw new IllegalStateException("the template could not be created");
        }
        return found;
    }

    private synchronized Failed failed(String why, Throwable cause) {
        calls++;
        failures++;
        inARow++;
        lastError = Texts.cut(why, TEXT);
        openUntil = clock.instant().plus(PAUSE);
        LOG.warn("Document template {} of {} {} failed: {}", card.id, card.bundle, card.bundleVersion, why, cause);
        return new Failed(lastError, cause);
    }

    private synchronized void succeeded() {
        calls++;
        inARow = 0;
    }

    /** After the pause one call is let through, and the others wait for another pause. */
    private synchronized boolean open() {
        Instant now = clock.instant();
        if (inARow < LIMIT) {
            return false;
        }
        if (now.isBefore(openUntil)) {
            return true;
        }
        openUntil = now.plus(PAUSE);
        return false;
    }

    private synchronized String error() {
        return lastError;
    }

    /** Never fails: a template that cannot even name itself goes by its id. */
    private String title(Locale language, Isolation isolation, Duration deadline) {
        if (!shipped() && inARow() >= LIMIT) {
            return card.id;
        }
        try {
            String title = isolation.call(deadline, () -> instance().title(language));
            return title == null || title.isBlank() ? card.id : Texts.cut(title, TEXT);
        } catch (ExecutionException e) {
            LOG.warn("Document template {} of {} cannot say its title", card.id, card.bundle, e.getCause());
            return card.id;
        }
    }

    private synchronized int inARow() {
        return inARow;
    }

    TemplateInfo info(Locale language, Isolation isolation, Duration deadline) {
        String title = title(language, isolation, deadline);
        synchronized (this) {
            String health = inARow == 0 ? "ok" : inARow < LIMIT ? "failing" : "open";
            return new TemplateInfo(card.id, title, card.kind, card.languages, card.ranking, card.bundle, card.bundleVersion, health, calls, failures, lastError);
        }
    }
}
