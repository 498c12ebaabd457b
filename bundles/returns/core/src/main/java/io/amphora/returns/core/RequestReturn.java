package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnReasons.Reason;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a request for a return or a claim. */
@Component(service = RequestReturn.class)
public final class RequestReturn {
    private static final int NOTE = 2000;
    private static final int LINE_NOTE = 1000;
    private static final int SCALE = 3;

    private final Tx tx;
    private final OrderQueries orders;
    private final PolicyStore policy;
    private final ReturnLog log;

    @Activate
    public RequestReturn(@Reference(target = "(domain=returns)") Tx tx, @Reference OrderQueries orders, @Reference PolicyStore policy, @Reference ReturnLog log) {
        this.tx = tx;
        this.orders = orders;
        this.policy = policy;
        this.log = log;
    }

    Return request(Actor by, long orderId, NewReturn wanted, String key) {
        by.require(ReturnDesk.REQUEST);
        if (wanted.overrideReason() != null && !wanted.overrideReason().isBlank()) {
            by.require(ReturnDesk.OVERRIDE);
        }
        String request = Keys.of(by, key == null ? UUID.randomUUID().toString() : key);
        String print = Keys.hash(orderId + "|" + wanted);
        return again(() -> tx.callWithRetry(em -> {
            ReturnRows.lock(em, orderId);
            Optional<ReturnEntity> before = ReturnRows.ofRequest(em, request);
            if (before.isPresent()) {
                Keys.same(before.get().requestPrint(), print);
                return ReturnRows.whole(em, before.get());
            }
            return make(em, by, orders.find(by, orderId), wanted, request, print);
        }));
    }

    /** Two may meet at the first return of an order, or of a year: the second finds what the first made. */
    private static <R> R again(Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return work.get();
            }
            throw e;
        }
    }

    private Return make(EntityManager em, Actor by, Order order, NewReturn in, String request, String print) {
        Instant now = ReturnLog.now();
        Problems problems = new Problems();
        ReturnKind kind = in.kind() == null ? ReturnKind.RETURN : in.kind();
        String note = problems.optionalText("note", in.note(), NOTE);
        String override = problems.optionalText("overrideReason", in.overrideReason(), LINE_NOTE);
        checkForm(em, problems, kind, in.lines());
        problems.throwIfAny();
        checkRules(order, in, kind, override, new Eligibility(policy.rules(), kind, now).of(order, ReturnRows.taken(em, order.id(), 0)));
        String year = "R" + now.atZone(ZoneOffset.UTC).getYear();
        String number = String.format("%s-%05d", year, ReturnRows.number(em, year));
        ReturnEntity r = new ReturnEntity(number, kind, order, in.wanted() == null ? ReturnOutcome.REFUND : in.wanted(), note, override, by.name(), now);
        Origin origin = Origin.of(em, order);
        r.paidWith(origin.orderId());
        r.requested(request, print, in.lines().size(), in.lines().stream().map(NewLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        em.persist(r);
        // rows that refer to it are not written before it
        em.flush();
        Map<Long, Order.Line> lines = order.lines().stream().collect(Collectors.toMap(Order.Line::id, l -> l));
        in.lines().forEach(l -> em.persist(new ReturnLineEntity(r.id(), lines.get(l.orderLineId()), origin.paid(l.orderLineId()), l.quantity(), l.reason(), blankToNull(l.note()))));
        log.say(em, r, "requested", by.name(), override == null ? note : override);
        em.flush();
        return ReturnRows.whole(em, r);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void checkForm(EntityManager em, Problems problems, ReturnKind kind, List<NewLine> lines) {
        problems.check(!lines.isEmpty(), "lines", "required", "must not be empty");
        Map<String, Reason> reasons = ReasonBook.all(em).stream().filter(r -> r.active() && r.claim() == (kind == ReturnKind.CLAIM)).collect(Collectors.toMap(Reason::code, r -> r));
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            NewLine l = lines.get(i);
            String at = "lines[" + i + "].";
            problems.positive(at + "quantity", l.quantity(), SCALE);
            problems.check(l.reason() != null && reasons.containsKey(l.reason()), at + "reason", "returns.reason-unknown", "must be one of {0}", reasons.keySet().stream().sorted().toList());
            problems.optionalText(at + "note", l.note(), LINE_NOTE);
            problems.check(seen.add(l.orderLineId()), at + "orderLineId", "returns.line-twice", "stands here twice");
        }
    }

    private static void checkRules(Order order, NewReturn in, ReturnKind kind, String override, Returnable returnable) {
        Problem closed = Eligibility.closed(order);
        if (closed != null) {
            throw new AmphoraException.Refused(closed);
        }
        Map<Long, Returnable.Line> lines = returnable.lines().stream().collect(Collectors.toMap(Returnable.Line::orderLineId, l -> l));
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < in.lines().size(); i++) {
            Problem problem = problem(lines.get(in.lines().get(i).orderLineId()), in.lines().get(i), order, override);
            if (problem != null) {
                found.add(problem.under("lines[" + i + "]"));
            }
        }
        if (!found.isEmpty()) {
            throw new AmphoraException.Refused(found);
        }
    }

    private static Problem problem(Returnable.Line line, NewLine wanted, Order order, String override) {
        if (line == null) {
            return Problem.of("orderLineId", "returns.no-line", "order {0} has no such line", order.number());
        }
        if (line.problem() != null && !(override != null && Eligibility.overridable(line.problem()))) {
            return line.problem();
        }
        return wanted.quantity().compareTo(line.free()) > 0 ? Problem.of("quantity", "returns.too-many-wanted", "only {0} of {1} can come back", line.free().toPlainString(), line.sku()) : null;
    }
}
