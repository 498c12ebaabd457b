package io.amphora.assignment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every assignment rule must hold to. Extend it in the tests of the bundle that brings the rule. */
public abstract class AssignmentRuleContract {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /** The rule under test, configured as it comes. */
    protected abstract AssignmentRule rule();

    /** Orders that rules meet: with all data, with none, with one candidate, with a thousand, without stock. */
    protected static List<AssignmentRequest> requests() {
        List<Candidate> two = List.of(new Candidate(1, "MAIN", "Main", "Norway", 1, 5, true), new Candidate(2, "NORTH", "North", null, 2, 0, false));
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(new Candidate(i, "L" + i, "Location " + i, i % 3 == 0 ? null : "Region " + i % 7, i, i * 31 % 100, i % 2 == 0));
        }
        return List.of(new AssignmentRequest(1, "A-1", "rest", 7L, "Norway", "Oslo", new BigDecimal("9.99"), "EUR", Map.of("A", BigDecimal.ONE), two),
                new AssignmentRequest(2, "A-2", "console", null, null, null, BigDecimal.ZERO, "EUR", Map.of(), two),
                new AssignmentRequest(3, "A-3", "rest", 7L, "", " ", BigDecimal.TEN, "CNY", Map.of("A", BigDecimal.TEN), List.of(two.get(1))),
                new AssignmentRequest(4, "A-4", "rest", 7L, "Region 3", null, BigDecimal.TEN, "CNY", Map.of("A", BigDecimal.TEN), many));
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(rule().title(locale)).isNotBlank().hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void answersEveryRequestInTimeWithACandidateOrAbstains() throws Exception {
        for (AssignmentRequest request : requests()) {
            long begin = System.nanoTime();
            Verdict verdict = rule().decide(request);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
            assertThat(verdict).isNotNull();
            assertThat(verdict.summary()).isNotBlank();
            if (verdict.winner() != null) {
                assertThat(request.candidates()).extracting(Candidate::locationId).contains(verdict.winner());
            }
        }
    }

    @Test
    void givesAReasonForEveryCandidateWhenItDecides() throws Exception {
        for (AssignmentRequest request : requests()) {
            Verdict verdict = rule().decide(request);

            if (verdict.winner() != null) {
                assertThat(verdict.reasons().keySet()).containsAll(request.candidates().stream().map(Candidate::locationId).toList());
            }
        }
    }

    /** Decisions are kept for ever with what the rule said: sentences that are too long lose their translations. */
    @Test
    void whatItSaysInAllLanguagesFitsAndSaysTheSameInEnglish() throws Exception {
        for (AssignmentRequest request : requests()) {
            Verdict verdict = rule().decide(request);
            List<Reason> said = new ArrayList<>(verdict.why().values());
            if (verdict.said() != null) {
                said.add(verdict.said());
                assertThat(verdict.summary()).isEqualTo(verdict.said().text());
            }
            verdict.why().forEach((location, why) -> assertThat(verdict.reasons()).containsEntry(location, why.text()));
            for (Reason r : said) {
                assertThat(r.key()).isNotBlank().hasSizeLessThanOrEqualTo(100);
                assertThat(r.pattern()).isNotBlank().hasSizeLessThanOrEqualTo(300);
                assertThat(r.arguments()).hasSizeLessThanOrEqualTo(8).allSatisfy(a -> assertThat(a).hasSizeLessThanOrEqualTo(100));
            }
        }
    }

    @Test
    void saysTheSameTwice() throws Exception {
        for (AssignmentRequest request : requests()) {
            assertThat(rule().decide(request)).isEqualTo(rule().decide(request));
        }
    }

    @Test
    void bearsManyCallsAtOnce() throws Exception {
        AssignmentRule rule = rule();
        AssignmentRequest request = requests().get(0);
        Verdict expected = rule.decide(request);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Verdict>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> rule.decide(request));
            }
            for (Future<Verdict> f : pool.invokeAll(calls)) {
                assertThat(f.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
