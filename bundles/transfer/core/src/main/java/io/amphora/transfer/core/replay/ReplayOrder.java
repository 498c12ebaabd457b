package io.amphora.transfer.core.replay;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Moment;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.api.ReplayedOrder;
import io.amphora.transfer.api.ReplayedOrder.State;
import io.amphora.transfer.core.store.ReplayEntity;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One order of the past: all of its life in one transaction, or it waits with all that is wrong. */
@Component(service = ReplayOrder.class)
public final class ReplayOrder {
    private final Tx tx;
    private final OrderEntry entry;
    private final OrderActions actions;
    private final OrderQueries queries;
    private final Customers customers;
    private final PastGoods goods;
    private final PastPayments payments;
    private final LiveAgain life;
    private final PresentCheck checks;

    @Activate
    public ReplayOrder(@Reference(target = "(domain=transfer)") Tx tx, @Reference OrderEntry entry, @Reference OrderActions actions, @Reference OrderQueries queries, @Reference Customers customers,
                       @Reference PastGoods goods, @Reference PastPayments payments, @Reference LiveAgain life, @Reference PresentCheck checks) {
        this.tx = tx;
        this.entry = entry;
        this.actions = actions;
        this.queries = queries;
        this.customers = customers;
        this.goods = goods;
        this.payments = payments;
        this.life = life;
        this.checks = checks;
    }

    /** @throws AmphoraException.NotPermitted if {@code by} may not do one of the steps */
    ReplayedOrder replay(Actor by, String source, long location, PastOrder o) {
        Optional<ReplayedOrder> before = tx.call(em -> find(em, source, o.number()).filter(r -> r.state() != State.WAITING).map(ReplayEntity::toReplayed));
        if (before.isPresent()) {
            return before.get();
        }
        List<Problem> problems = PastCheck.of(o);
        if (!problems.isEmpty()) {
            return waits(by, source, location, o, withThoseOfUseCases(by, source, o, problems));
        }
        List<Problem> differences = Differences.of(o);
        try {
            return checks.check().with(channel(source), o.number(), differences, () -> tx.callWithRetry(em -> live(em, by, source, location, o, differences)));
        } catch (AmphoraException.Invalid | AmphoraException.Refused | AmphoraException.NotFound e) {
            List<Problem> all = withThoseOfUseCases(by, source, o, e.problems());
            all.addAll(differences);
            return waits(by, source, location, o, all);
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody sent the same at the same time
            return tx.call(em -> find(em, source, o.number()).map(ReplayEntity::toReplayed)).orElseThrow(() -> e);
        }
    }

    List<Problem> rehearse(Actor by, String source, PastOrder o) {
        return withThoseOfUseCases(by, source, o, PastCheck.of(o));
    }

    /** All that is wrong at once: what customers and orders would say, too, of what nothing is said of yet. */
    private List<Problem> withThoseOfUseCases(Actor by, String source, PastOrder o, List<Problem> known) {
        List<Problem> all = new ArrayList<>(known);
        tried(all, () -> customer(by, o));
        if (!o.lines().isEmpty()) {
            tried(all, () -> entry.rehearse(by).place(PastOrders.asFarAsKnown(o, channel(source))));
        }
        return all;
    }

    /** Stock is no matter here: goods that left then come in before. */
    private static void tried(List<Problem> all, Runnable work) {
        try {
            work.run();
        } catch (AmphoraException.Invalid e) {
            e.problems().stream().filter(p -> all.stream().noneMatch(a -> a.field().equals(p.field()))).toList().forEach(all::add);
        } catch (AmphoraException.Refused e) {
            // is said by the real one, if nothing else is wrong
            return;
        }
    }

    static String channel(String source) {
        return Order.REPLAY + source;
    }

    private static Optional<ReplayEntity> find(EntityManager em, String source, String number) {
        return em.createQuery("select r from ReplayEntity r where r.source = :s and r.number = :n", ReplayEntity.class).setParameter("s", source).setParameter("n", number).getResultStream().findFirst();
    }

    private ReplayedOrder waits(Actor by, String source, long location, PastOrder o, List<Problem> why) {
        return tx.callWithRetry(em -> {
            ReplayEntity row = row(em, source, o, location);
            row.stands(State.WAITING, null, null, why, by.name(), Moment.now());
            em.flush();
            return row.toReplayed();
        });
    }

    private static ReplayEntity row(EntityManager em, String source, PastOrder o, long location) {
        ReplayEntity row = find(em, source, o.number()).orElseGet(() -> {
            ReplayEntity fresh = new ReplayEntity(source, o.number());
            em.persist(fresh);
            return fresh;
        });
        row.takes(o, location);
        return row;
    }

    private ReplayedOrder live(EntityManager em, Actor by, String source, long location, PastOrder o, List<Problem> differences) {
        NewOrder order = PastOrders.of(o, channel(source), customer(by, o));
        String why = source + " " + o.number();
        List<Problem> found = new ArrayList<>(differences);
        Order now = order.lines().isEmpty() ? withdrawn(by, order, o, why) : placed(by, order, o, location, why, found);
        if (order.lines().isEmpty() && Differences.paid(o).signum() > 0) {
            found.add(Problem.of("payments", "transfer.replay-not-owed", "payment of {0} is not taken over: nothing was owed any more", Differences.paid(o).stripTrailingZeros().toPlainString()));
        }
        ReplayEntity row = row(em, source, o, location);
        row.stands(now.status() == OrderStatus.IN_REVIEW ? State.IN_REVIEW : State.DONE, now.id(), now.number(), found, by.name(), Moment.now());
        em.flush();
        return row.toReplayed();
    }

    private Long customer(Actor by, PastOrder o) {
        if (o.customerNumber() == null) {
            return null;
        }
        return customers.findAll(by, List.of(o.customerNumber())).values().stream().findFirst().map(Customer::id)
                .orElseThrow(() -> new AmphoraException.Invalid(Problem.of("customerNumber", "transfer.replay-customer", "there is no customer {0}", o.customerNumber())));
    }

    /** Nothing was ever wanted of it: a draft that was given up. */
    private Order withdrawn(Actor by, NewOrder order, PastOrder o, String why) {
        Order draft = Moment.at(o.life().placed(), () -> entry.draft(by, order));
        String reason = o.life().cancelReason() == null ? why : o.life().cancelReason();
        return Moment.at(o.life().cancelled(), () -> actions.cancel(by, draft.id(), draft.version(), Set.of(), reason));
    }

    private Order placed(Actor by, NewOrder order, PastOrder o, long location, String why, List<Problem> found) {
        boolean cancelled = o.life().cancelled() != null;
        boolean left = o.life().shipped() != null || o.life().delivered() != null || o.life().completed() != null;
        Map<String, BigDecimal> brought = left || cancelled ? goods.bring(by, o, location, why) : Map.of();
        Order placed = Moment.at(o.life().placed(), () -> entry.place(by, order));
        found.addAll(payments.book(by, placed, o));
        if (placed.status() == OrderStatus.IN_REVIEW && !cancelled) {
            return placed;
        }
        // as it stands by now: reserving its stock has changed it once more
        Order now = life.goOn(by, queries.find(by, placed.id()), o.life(), location, why);
        if (cancelled) {
            goods.takeBack(by, brought, location, why);
        }
        return now;
    }

    /** Somebody else lets it pass, and it goes on. */
    ReplayedOrder approve(Actor by, String source, long id, String reason) {
        try {
            return tx.callWithRetry(em -> {
                ReplayEntity row = em.find(ReplayEntity.class, id);
                if (row.state() != State.IN_REVIEW) {
                    return row.toReplayed();
                }
                PastOrder o = row.order();
                Order now = life.approve(by, queries.find(by, row.orderId()), o.life(), reason);
                now = now.status() == OrderStatus.APPROVED ? life.goOn(by, now, o.life(), row.locationId(), source + " " + o.number()) : now;
                row.stands(now.status() == OrderStatus.IN_REVIEW ? State.IN_REVIEW : State.DONE, now.id(), now.number(), row.problems(), by.name(), Moment.now());
                em.flush();
                return row.toReplayed();
            });
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            return refused(id, e.problems());
        }
    }

    /** It stays as it is; only the answer says why. */
    private ReplayedOrder refused(long id, List<Problem> why) {
        ReplayedOrder r = tx.call(em -> em.find(ReplayEntity.class, id).toReplayed());
        List<Problem> all = new ArrayList<>(why);
        all.addAll(r.problems());
        return new ReplayedOrder(r.id(), r.source(), r.number(), r.state(), r.orderId(), r.orderNumber(), all, r.changedBy(), r.changedAt());
    }
}
