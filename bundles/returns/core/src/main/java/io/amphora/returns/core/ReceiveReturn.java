package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk.Arrival;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReceiptEntity;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods came. */
@Component(service = ReceiveReturn.class)
public final class ReceiveReturn {
    private static final int NOTE = 1000;
    private static final int SCALE = 3;

    private final ReturnWork work;
    private final ReturnLog log;

    @Activate
    public ReceiveReturn(@Reference ReturnWork work, @Reference ReturnLog log) {
        this.work = work;
        this.log = log;
    }

    Return receive(Actor by, long id, long version, List<Arrival> arrivals) {
        by.require(ReturnAction.RECEIVE.permission());
        return work.act(by, id, version, ReturnAction.RECEIVE, (em, r) -> {
            Map<Long, ReturnLineEntity> lines = ReturnRows.lines(em, id).stream().collect(Collectors.toMap(ReturnLineEntity::id, l -> l));
            check(r, lines, arrivals);
            arrivals.forEach(a -> {
                lines.get(a.lineId()).receive(a.quantity());
                em.persist(new ReceiptEntity(id, a.lineId(), a.quantity(), a.condition(), a.note() == null || a.note().isBlank() ? null : a.note().strip(), by.name(), ReturnLog.now()));
            });
            r.to(ReturnState.RECEIVED, ReturnLog.now());
            log.say(em, r, "received", by.name(), summary(lines, arrivals));
        });
    }

    private static String summary(Map<Long, ReturnLineEntity> lines, List<Arrival> arrivals) {
        String all = arrivals.stream().map(a -> a.quantity().stripTrailingZeros().toPlainString() + " × " + lines.get(a.lineId()).sku()).collect(Collectors.joining(", "));
        return all.length() > NOTE ? all.substring(0, NOTE) : all;
    }

    private static void check(ReturnEntity r, Map<Long, ReturnLineEntity> lines, List<Arrival> arrivals) {
        Problems problems = new Problems();
        problems.check(!arrivals.isEmpty(), "arrivals", "required", "must not be empty");
        List<Problem> tooMany = new ArrayList<>();
        Map<Long, BigDecimal> sum = new HashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival a = arrivals.get(i);
            String at = "arrivals[" + i + "].";
            ReturnLineEntity line = lines.get(a.lineId());
            BigDecimal quantity = problems.positive(at + "quantity", a.quantity(), SCALE);
            problems.check(a.condition() != null, at + "condition", "required", "must not be empty");
            problems.optionalText(at + "note", a.note(), NOTE);
            problems.check(line != null, at + "lineId", "returns.no-such-line", "return {0} has no such line", r.number());
            if (line != null) {
                BigDecimal all = sum.merge(a.lineId(), quantity, BigDecimal::add);
                BigDecimal most = line.requested().subtract(line.received());
                if (all.compareTo(most) > 0) {
                    tooMany.add(Problem.of(at + "quantity", "returns.too-many-came", "only {0} more of {1} were asked for", most.stripTrailingZeros().toPlainString(), line.sku()));
                }
            }
        }
        problems.throwIfAny();
        if (!tooMany.isEmpty()) {
            throw new AmphoraException.Refused(tooMany);
        }
    }
}
