package io.amphora.transfer.core.replay;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.api.ReplayedOrder;
import io.amphora.transfer.api.ReplayedOrder.State;
import io.amphora.transfer.api.Replays;
import io.amphora.transfer.core.store.ReplayEntity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Replays orders of other systems, one after the other. */
@Component
public final class ReplaysService implements Replays {
    private static final int REASON = 1000;

    private final Tx tx;
    private final ReplayOrder replay;
    private final PresentCheck checks;
    private final Locations locations;

    @Activate
    public ReplaysService(@Reference(target = "(domain=transfer)") Tx tx, @Reference ReplayOrder replay, @Reference PresentCheck checks, @Reference Locations locations) {
        this.tx = tx;
        this.replay = replay;
        this.checks = checks;
        this.locations = locations;
    }

    @Override
    public List<ReplayedOrder> replay(Actor by, String source, String location, List<PastOrder> orders) {
        by.require(Imports.IMPORT);
        Problems problems = new Problems();
        String from = problems.text("source", source, 40);
        problems.check(!orders.isEmpty() && orders.size() <= MAX, "orders", "transfer.replay-many", "must be 1 to {0}, were {1}", MAX, orders.size());
        for (int i = 0; i < orders.size(); i++) {
            problems.text("orders[" + i + "].number", orders.get(i).number(), 60);
        }
        Location at = locations.active().stream().filter(l -> location == null || l.code().equals(location)).findFirst().orElse(null);
        problems.check(at != null, "location", "transfer.location", "there is no active location {0}", String.valueOf(location));
        problems.throwIfAny();
        return checks.during(() -> orders.stream().map(o -> replay.replay(by, from, at.id(), o)).toList());
    }

    @Override
    public Set<String> living(Actor by, String source, Collection<String> numbers) {
        by.require(Imports.IMPORT);
        Problems problems = new Problems();
        problems.check(numbers.size() <= MAX, "numbers", "transfer.replay-many", "must be 1 to {0}, were {1}", MAX, numbers.size());
        problems.throwIfAny();
        return numbers.isEmpty() ? Set.of() : Set.copyOf(tx.call(em -> em.createQuery("select r.number from ReplayEntity r where r.source = :s and r.number in :numbers and r.state <> :waiting", String.class)
                .setParameter("s", source).setParameter("numbers", numbers).setParameter("waiting", State.WAITING).getResultList()));
    }

    @Override
    public List<List<Problem>> rehearse(Actor by, String source, List<PastOrder> orders) {
        by.require(Imports.IMPORT);
        return orders.stream().map(o -> replay.rehearse(by, source, o)).toList();
    }

    @Override
    public List<ReplayedOrder> approve(Actor by, String source, List<String> numbers, String reason) {
        by.require(Imports.IMPORT);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, REASON);
        problems.check(numbers.size() <= MAX, "numbers", "transfer.replay-many", "must be 1 to {0}, were {1}", MAX, numbers.size());
        problems.throwIfAny();
        List<Long> ids = tx.call(em -> {
            String those = numbers.isEmpty() ? "" : " and r.number in :numbers";
            var query = em.createQuery("select r.id from ReplayEntity r where r.source = :s and r.state = :state" + those + " order by r.id", Long.class).setParameter("s", source)
                    .setParameter("state", State.IN_REVIEW).setMaxResults(MAX);
            return numbers.isEmpty() ? query.getResultList() : query.setParameter("numbers", numbers).getResultList();
        });
        if (ids.isEmpty() && !numbers.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("numbers", "transfer.replay-none", "none of them is in review"));
        }
        return ids.stream().map(id -> replay.approve(by, source, id, why)).toList();
    }

    @Override
    public Page<ReplayedOrder> list(Actor by, String source, Set<State> states, PageRequest page) {
        by.require(Imports.IMPORT);
        Set<State> wanted = states.isEmpty() ? EnumSet.allOf(State.class) : states;
        long after = Objects.requireNonNullElse(page.afterNumber(), 0L);
        return tx.call(em -> Page.of(em.createQuery("select r from ReplayEntity r where r.source = :s and r.state in :states and r.id > :after order by r.id", ReplayEntity.class)
                .setParameter("s", source).setParameter("states", wanted).setParameter("after", after).setMaxResults(page.size() + 1).getResultList().stream().map(ReplayEntity::toReplayed).toList(),
                page.size(), ReplayedOrder::id));
    }
}
