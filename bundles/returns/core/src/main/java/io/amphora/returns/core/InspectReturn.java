package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk.Verdict;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReceiptEntity;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says where goods that came go, and moves stock. */
@Component(service = InspectReturn.class)
public final class InspectReturn {
    private static final int SCALE = 3;

    private final ReturnWork work;
    private final ReturnStock stock;
    private final ReturnLog log;

    @Activate
    public InspectReturn(@Reference ReturnWork work, @Reference ReturnStock stock, @Reference ReturnLog log) {
        this.work = work;
        this.stock = stock;
        this.log = log;
    }

    Return inspect(Actor by, long id, long version, List<Verdict> verdicts) {
        by.require(ReturnAction.INSPECT.permission());
        return work.act(by, id, version, ReturnAction.INSPECT, (em, r) -> {
            List<ReceiptEntity> receipts = ReturnRows.receipts(em, id);
            Map<Long, ReturnLineEntity> lines = ReturnRows.lines(em, id).stream().collect(Collectors.toMap(ReturnLineEntity::id, l -> l));
            check(r, receipts.stream().collect(Collectors.toMap(ReceiptEntity::id, t -> t)), verdicts);
            List<ReturnStock.Coming> coming = new ArrayList<>();
            boolean all = dispose(em, by, receipts, lines, verdicts, coming);
            r.to(all ? ReturnState.INSPECTED : ReturnState.RECEIVED, ReturnLog.now());
            log.say(em, r, "inspected", by.name(), verdicts.stream().map(v -> v.disposition().name()).distinct().collect(Collectors.joining(", ")));
            em.flush();
            // rows that others want, so last
            stock.in(by, r.number(), coming);
        });
    }

    /** @return whether nothing is left to inspect */
    private boolean dispose(EntityManager em, Actor by, List<ReceiptEntity> receipts, Map<Long, ReturnLineEntity> lines, List<Verdict> verdicts, List<ReturnStock.Coming> coming) {
        Map<Long, ReceiptEntity> byId = receipts.stream().collect(Collectors.toMap(ReceiptEntity::id, t -> t));
        boolean parted = false;
        for (Verdict v : verdicts) {
            ReceiptEntity receipt = byId.get(v.receiptId());
            if (v.quantity() != null && v.quantity().compareTo(receipt.quantity()) < 0) {
                receipt = receipt.split(v.quantity());
                em.persist(receipt);
                parted = true;
            }
            ReturnLineEntity line = lines.get(receipt.lineId());
            Long location = stock.place(v.disposition(), v.locationId(), line.locationId(), line.sku());
            receipt.dispose(v.disposition(), location, by.name(), ReturnLog.now());
            line.inspect(receipt.quantity());
            if (location != null) {
                coming.add(new ReturnStock.Coming(line.sku(), location, receipt.quantity()));
            }
        }
        return !parted && receipts.stream().allMatch(ReceiptEntity::inspected);
    }

    private static void check(ReturnEntity r, Map<Long, ReceiptEntity> receipts, List<Verdict> verdicts) {
        Problems problems = new Problems();
        problems.check(!verdicts.isEmpty(), "verdicts", "required", "must not be empty");
        List<Problem> refused = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict v = verdicts.get(i);
            String at = "verdicts[" + i + "].";
            ReceiptEntity receipt = receipts.get(v.receiptId());
            problems.check(v.disposition() != null, at + "disposition", "required", "must not be empty");
            problems.check(receipt != null, at + "receiptId", "returns.no-receipt", "return {0} has no such receipt", r.number());
            problems.check(seen.add(v.receiptId()), at + "receiptId", "returns.line-twice", "stands here twice");
            BigDecimal quantity = v.quantity() == null ? BigDecimal.ONE : problems.positive(at + "quantity", v.quantity(), SCALE);
            if (receipt != null && receipt.inspected()) {
                refused.add(Problem.of(at + "receiptId", "returns.inspected-before", "it is inspected already"));
            } else if (receipt != null && v.quantity() != null && quantity.compareTo(receipt.quantity()) > 0) {
                refused.add(Problem.of(at + "quantity", "returns.inspect-too-many", "only {0} came", receipt.quantity().stripTrailingZeros().toPlainString()));
            }
        }
        problems.throwIfAny();
        if (!refused.isEmpty()) {
            throw new AmphoraException.Refused(refused);
        }
    }
}
