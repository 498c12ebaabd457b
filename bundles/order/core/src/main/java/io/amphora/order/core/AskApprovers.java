package io.amphora.order.core;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says by name who has to decide an approval step now: {@code order.approval-asked} when its turn comes, {@code order.approval-escalated} when its deadline is over.
 * Who is away is left out for who stands in; who had a hand in the order is never asked. After the fact, so that placing orders does not wait for it.
 */
@Component
public final class AskApprovers implements EventListener {
    private static final String ESCALATED = "order.escalated";

    private final Tx tx;
    private final OrderStore store;
    private final Roles roles;

    @Activate
    public AskApprovers(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Roles roles) {
        this.tx = tx;
        this.store = store;
        this.roles = roles;
    }

    @Override
    public String id() {
        return "order-approvers";
    }

    @Override
    public List<String> topics() {
        return Stream.of("order.placed order.amended order.merged order.reopened order.step-approved order.step-fell order.escalated".split(" ")).toList();
    }

    @Override
    public void on(List<Event> events) {
        for (Event event : events) {
            if (event.payload().contains("\"status\":\"APPROVED\"")) {
                continue; // nobody is asked: most orders need not be read for it
            }
            tx.callWithRetry(em -> {
                store.find(em, Long.parseLong(event.key())).filter(o -> o.openSteps() > 0).ifPresent(o -> ask(em, o, event.topic().equals(ESCALATED)));
                return null;
            });
        }
    }

    private void ask(EntityManager em, OrderEntity order, boolean escalated) {
        List<StepEntity> steps = ApprovalSteps.of(em, order.id());
        StepEntity step = steps.stream().filter(s -> s.state() == StepEntity.State.NEXT && (!escalated || s.escalatedTo() != null)).findFirst().orElse(null);
        if (step == null) {
            return;
        }
        Set<String> people = new TreeSet<>();
        (escalated ? named(step.escalatedTo()) : step.person() != null ? Set.of(step.person()) : roles.of(step.role())).forEach(p -> people.addAll(present(em, p)));
        people.removeAll(FourEyes.hands(em, order));
        steps.stream().filter(s -> s.state() == StepEntity.State.DONE).forEach(s -> people.remove(s.decidedBy()));
        if (!people.isEmpty()) {
            store.publish(escalated ? "order.approval-escalated" : "order.approval-asked", order.id(), json(order, step, people));
        }
    }

    /** A role, or a person. */
    private Set<String> named(String who) {
        return roles.known(who) ? Set.of(who) : roles.of(who);
    }

    /** Who stands in for somebody who is away today. */
    private static Collection<String> present(EntityManager em, String person) {
        List<String> substitutes = ApprovalTables.substitutes(em, person, LocalDate.now(ZoneOffset.UTC));
        return substitutes.isEmpty() ? List.of(person) : new ArrayList<>(substitutes);
    }

    private static String json(OrderEntity order, StepEntity step, Set<String> people) {
        return "{\"by\":" + Texts.json(order.createdBy()) + ",\"number\":" + Texts.json(order.number()) + ",\"status\":\"" + order.status() + "\",\"step\":" + step.id() + ",\"rule\":"
                + Texts.json(step.rule()) + ",\"deciders\":" + people.stream().map(Texts::json).collect(Collectors.joining(",", "[", "]")) + "}";
    }
}
