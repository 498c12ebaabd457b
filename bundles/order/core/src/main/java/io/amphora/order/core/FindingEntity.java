package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
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
import java.util.stream.Collectors;

/** Something that the review found. */
@Entity
@Table(name = "order_finding")
public class FindingEntity {
    private static final String BETWEEN = "\u001f";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_finding")
    @SequenceGenerator(name = "s_order_finding", sequenceName = "s_order_finding", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "field_path")
    private String field;
    private String code;
    @Column(name = "text_pattern")
    private String pattern;
    @Column(name = "text_args")
    private String args;
    @Column(name = "check_id")
    private String check;
    @Column(name = "waive_permission")
    private String permission;
    @Column(name = "waived_by")
    private String waivedBy;
    @Column(name = "waive_reason")
    private String reason;
    @Column(name = "found_at")
    private Instant foundAt;
    @Column(name = "waived_at")
    private Instant waivedAt;
    @Column(name = "gone_at")
    private Instant goneAt;
    @Version
    private long version;

    protected FindingEntity() {
    }

    FindingEntity(long orderId, Found found) {
        Problem problem = found.problem();
        this.orderId = orderId;
        foundAt = OrderStore.now();
        check = found.check();
        permission = found.permission();
        field = problem.field();
        code = problem.code();
        pattern = problem.pattern();
        args = problem.args().stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    long id() {
        return id;
    }

    /** Who has it may let this pass. */
    String permission() {
        return permission == null ? OrderAction.APPROVE.permission() : permission;
    }

    boolean open() {
        return waivedBy == null;
    }

    void waive(String by, String why) {
        waivedBy = by;
        reason = why;
        waivedAt = OrderStore.now();
    }

    /** A later review does not know of it. */
    void gone(Instant at) {
        goneAt = at;
    }

    /** @return null if it was not there at this moment */
    Order.Finding toFinding(Instant at) {
        boolean there = (foundAt == null || !foundAt.isAfter(at)) && (goneAt == null || goneAt.isAfter(at));
        Order.Finding now = toFinding();
        return !there ? null : waivedAt == null || !waivedAt.isAfter(at) ? now : new Order.Finding(id, now.problem(), null, null, check, permission());
    }

    Order.Finding toFinding() {
        List<Object> parts = args.isEmpty() ? List.of() : List.of((Object[]) args.split(BETWEEN, -1));
        return new Order.Finding(id, new Problem(field, code, pattern, parts), waivedBy, reason, check, permission());
    }
}
