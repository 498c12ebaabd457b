package io.amphora.assignment.core;

import io.amphora.assignment.api.Decision;
import io.amphora.assignment.api.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** A decision as it was made: texts and ids only, so that it can be read when rule, location and bundle are gone. */
@Entity
@Table(name = "assignment_decision")
public class DecisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_assignment_decision")
    @SequenceGenerator(name = "s_assignment_decision", sequenceName = "s_assignment_decision", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "decided_at")
    private Instant at;
    @Column(name = "decided_by")
    private String by;
    @Column(name = "rule_id")
    private String ruleId;
    @Column(name = "rule_title")
    private String ruleTitle;
    @Column(name = "rule_bundle")
    private String bundle;
    @Column(name = "rule_bundle_version")
    private String bundleVersion;
    @Column(name = "winner_id")
    private Long winner;
    private String assignee;
    private String summary;
    @Column(name = "said_json")
    private String said;
    private String asked;
    private String candidates;
    @Version
    private long version;

    protected DecisionEntity() {
    }

    DecisionEntity(Decision d) {
        orderId = d.orderId();
        at = d.at();
        by = d.by();
        ruleId = d.ruleId();
        ruleTitle = d.ruleTitle();
        bundle = d.bundle();
        bundleVersion = d.bundleVersion();
        winner = d.winner();
        assignee = d.assignee();
        summary = d.summary();
        said = d.said() == null ? null : Json.write(List.of(d.said()));
        asked = Json.write(d.asked());
        candidates = Json.write(d.candidates());
    }

    Decision toDecision() {
        return new Decision(id, orderId, at, by, ruleId, ruleTitle, bundle, bundleVersion, winner, assignee, summary, List.of(Json.read(asked, Decision.Asked[].class)),
                List.of(Json.read(candidates, Decision.Considered[].class)), said == null ? null : Json.read(said, Reason[].class)[0]);
    }
}
