package io.amphora.ext.assignment.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import io.amphora.assignment.test.AssignmentRuleContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionRuleTest extends AssignmentRuleContract {
    private static final Candidate OSLO = new Candidate(1, "OSLO", "Oslo", "Norway", 1, 9, true);
    private static final Candidate BERGEN = new Candidate(2, "BERGEN", "Bergen", "norway", 2, 3, true);
    private static final Candidate TROMSO = new Candidate(3, "TROMSO", "Tromsø", "Norway", 3, 0, false);
    private static final Candidate PARIS = new Candidate(4, "PARIS", "Paris", "France", 4, 0, true);

    @Override
    protected AssignmentRule rule() {
        return new RegionRule(true, true, 0);
    }

    private static AssignmentRequest to(String country, Candidate... candidates) {
        return new AssignmentRequest(1, "A-1", "rest", 1L, country, null, BigDecimal.TEN, "EUR", Map.of("A", BigDecimal.ONE), List.of(candidates));
    }

    @Test
    void takesTheLeastBusyOfTheRegionThatHasEverything() throws Exception {
        Verdict verdict = rule().decide(to("Norway", OSLO, BERGEN, TROMSO, PARIS));

        assertThat(verdict.winner()).isEqualTo(2);
        assertThat(verdict.reasons()).containsEntry(1L, "busier: 9 open orders").containsEntry(2L, "in norway, 3 open orders: taken").containsEntry(3L, "lacks stock")
                .containsEntry(4L, "not in Norway");
    }

    @Test
    void goesElsewhereOnlyIfAllowed() throws Exception {
        assertThat(rule().decide(to("Norway", TROMSO, PARIS)).winner()).isEqualTo(4);
        assertThat(new RegionRule(true, false, 0).decide(to("Norway", TROMSO, PARIS)).winner()).isNull();
    }

    @Test
    void leavesOutWhoIsTooBusy() {
        assertThat(new RegionRule(true, true, 3).decide(to("Norway", OSLO, BERGEN)).winner()).isNull();
        assertThat(new RegionRule(true, true, 4).decide(to("Norway", OSLO, BERGEN)).winner()).isEqualTo(2);
    }

    @Test
    void stockNeedNotBeThereIfNotRequired() {
        assertThat(new RegionRule(false, true, 0).decide(to("Norway", OSLO, TROMSO)).winner()).isEqualTo(3);
    }

    @Test
    void everyReasonIsThereInChineseToo() {
        RegionMessages texts = new RegionMessages();
        List<Reason> said = new ArrayList<>();
        for (RegionRule rule : List.of(new RegionRule(true, true, 0), new RegionRule(true, false, 0), new RegionRule(false, true, 4), new RegionRule(true, true, 3))) {
            for (AssignmentRequest request : List.of(to("Norway", OSLO, BERGEN, TROMSO, PARIS), to("Norway", TROMSO, PARIS), to("Spain", OSLO, BERGEN, PARIS), to("Norway", OSLO, BERGEN),
                    to("Norway", TROMSO), to("Norway", PARIS, new Candidate(5, "LYON", "Lyon", "France", 5, 0, true)))) {
                Verdict verdict = rule.decide(request);
                said.add(verdict.said());
                said.addAll(verdict.why().values());
            }
        }

        assertThat(said).extracting(Reason::key).contains("region.none", "region.none-in", "region.best", "region.best-free", "region.elsewhere", "region.lacks-stock", "region.too-busy",
                "region.taken", "region.taken-in", "region.not-in", "region.busier", "region.later");
        assertThat(said).allSatisfy(r -> assertThat(texts.find(r.key(), Locale.SIMPLIFIED_CHINESE)).as(r.key()).isNotBlank());
    }
}
