package io.amphora.notification.core.send;

import io.amphora.notification.api.MessagePaper;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.PaperRequest;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Isolated;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gives papers to messages; they come and go with their bundles. Foreign code, isolated. */
@Component(service = PaperBook.class)
public final class PaperBook {
    private static final Logger LOG = LoggerFactory.getLogger(PaperBook.class);
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Map<MessagePaper, Breaker> all = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindPaper(MessagePaper giver) {
        all.put(giver, new Breaker(Breaker.FAILURES, Breaker.REST, System::nanoTime));
    }

    void unbindPaper(MessagePaper giver) {
        all.remove(giver);
    }

    /** @throws NoAnswer if somebody who gives papers cannot now: a message waits for what belongs to it */
    List<Paper> of(PaperRequest request, ExecutorService threads) throws NoAnswer {
        List<Paper> papers = new ArrayList<>();
        for (Map.Entry<MessagePaper, Breaker> giver : all.entrySet()) {
            papers.addAll(ask(giver.getKey(), giver.getValue(), request, threads));
        }
        if (papers.isEmpty()) {
            LOG.info("message {} ({} of order {}) goes without a paper: {}", request.messageId(), request.occasion().id(), request.orderId(),
                    all.isEmpty() ? "nobody makes documents now" : "none belongs to it");
        }
        return papers;
    }

    private static List<Paper> ask(MessagePaper giver, Breaker breaker, PaperRequest request, ExecutorService threads) throws NoAnswer {
        if (!breaker.allows()) {
            throw new NoAnswer(NoAnswer.Why.RESTING, breaker.lastError(), null);
        }
        try {
            // not interrupted: it may be inside the database
            List<Paper> papers = Isolated.call(threads, DEADLINE, () -> false, () -> giver.papers(request));
            if (papers == null || papers.stream().anyMatch(Objects::isNull)) {
                throw new NoAnswer(NoAnswer.Why.FAILED, "answered null", null);
            }
            breaker.succeeded();
            return papers;
        } catch (NoAnswer e) {
            LOG.warn("the papers of message {} could not be made by {}: {}", request.messageId(), giver.getClass().getName(), e.getMessage(), e.getCause());
            breaker.failed(e.getMessage());
            throw e;
        }
    }
}
