package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers to customers. */
@Component(service = {Quotations.class, QuotationsService.class})
public final class QuotationsService implements Quotations {
    static final String DAYS = "order.quotation-days";
    private static final long USUAL_DAYS = 30;

    private final Tx tx;
    private final OrderStore store;
    private final OrderCheck check;
    private final SubmitDraft submit;
    private final Settings settings;
    private final Today today;

    @Activate
    public QuotationsService(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference OrderCheck check, @Reference SubmitDraft submit,
                             @Reference Settings settings, @Reference Today today) {
        this.tx = tx;
        this.store = store;
        this.check = check;
        this.submit = submit;
        this.settings = settings;
        this.today = today;
    }

    @Override
    public Quotation quote(Actor by, long orderId, long orderVersion, LocalDate validUntil) {
        by.require(OrderEntry.ENTER);
        LocalDate until = validUntil == null ? today.now().plusDays(days()) : future(validUntil);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, orderId, orderVersion);
            if (order.status() != OrderStatus.DRAFT || order.historic()) {
                throw new AmphoraException.Refused(Problem.of("", "order.quotation-no-draft", "order {0} is {1}: only a draft can be quoted", order.number(), order.status()));
            }
            Quotes.requireNone(em, order, io.amphora.order.api.OrderAction.SUBMIT);
            QuotationEntity quotation = new QuotationEntity(orderId, until, by.name(), OrderStore.now());
            em.persist(quotation);
            quotation.numbered();
            order.quotedAs(quotation.id());
            return written(em, by, quotation, order, "opened", null);
        });
    }

    private long days() {
        return settings.get(Settings.INSTALLATION, DAYS).map(String::strip).filter(d -> d.matches("[1-9][0-9]{0,3}")).map(Long::valueOf).orElse(USUAL_DAYS);
    }

    private LocalDate future(LocalDate day) {
        Problems problems = new Problems();
        problems.check(!day.isBefore(today.now()) && day.getYear() <= 9999, "validUntil", "order.promise-past", "must not be in the past");
        problems.throwIfAny();
        return day;
    }

    @Override
    public Quotation extend(Actor by, long id, long version, LocalDate validUntil) {
        by.require(OrderEntry.ENTER);
        if (validUntil == null) {
            throw new AmphoraException.Invalid(Problem.of("validUntil", "required", "must not be empty"));
        }
        LocalDate until = future(validUntil);
        return tx.callWithRetry(em -> {
            QuotationEntity quotation = Quotes.require(em, id, version, QuotationAction.SEND);
            if (quotation.status() != QuotationStatus.OPEN) {
                throw new AmphoraException.Refused(Problem.of("", "order.quotation-fixed", "quotation {0} is {1}: revise it first", quotation.number(), quotation.status()));
            }
            quotation.validUntil(until);
            return written(em, by, quotation, store.require(em, quotation.orderId()), "changed", null);
        });
    }

    @Override
    public Quotation send(Actor by, long id, long version) {
        return act(by, id, version, QuotationAction.SEND, null, (quotation, order) -> {
            if (quotation.validUntil().isBefore(today.now())) {
                throw over(quotation);
            }
            check.complete(SubmitDraft.content(order));
        });
    }

    @Override
    public Quotation revise(Actor by, long id, long version, LocalDate validUntil) {
        LocalDate until = validUntil == null ? null : future(validUntil);
        return act(by, id, version, QuotationAction.REVISE, null, (quotation, order) -> {
            LocalDate day = until == null ? quotation.validUntil() : until;
            quotation.validUntil(day.isBefore(today.now()) ? today.now().plusDays(days()) : day);
        });
    }

    @Override
    public Quotation accept(Actor by, long id, long version, String reference) {
        by.require(OrderEntry.ENTER);
        Problems problems = new Problems();
        String own = problems.optionalText("reference", reference, 100);
        problems.throwIfAny();
        long[] draft = tx.call(em -> {
            QuotationEntity quotation = acceptable(em, id, version);
            OrderEntity order = store.require(em, quotation.orderId());
            return new long[] {order.id(), order.version()};
        });
        Order placed = submit.submit(by, draft[0], draft[1], (em, order) -> {
            QuotationEntity quotation = acceptable(em, id, version);
            if (own != null) {
                order.refer(own);
            }
            done(em, by, quotation, order, QuotationAction.ACCEPT, null);
        });
        return tx.call(em -> quotation(em, id, placed));
    }

    private QuotationEntity acceptable(EntityManager em, long id, long version) {
        QuotationEntity quotation = Quotes.require(em, id, version, QuotationAction.ACCEPT);
        if (quotation.validUntil().isBefore(today.now())) {
            throw over(quotation);
        }
        return quotation;
    }

    private static AmphoraException.Refused over(QuotationEntity quotation) {
        return new AmphoraException.Refused(Problem.of("validUntil", "order.quotation-over", "quotation {0} was valid until {1}: revise it first", quotation.number(),
                quotation.validUntil().toString()));
    }

    @Override
    public Quotation decline(Actor by, long id, long version, String reason) {
        by.require(OrderEntry.ENTER);
        String why = ActOnOrder.requiredReason(reason);
        return act(by, id, version, QuotationAction.DECLINE, why, (quotation, order) -> order.dropped());
    }

    /** Those whose last day is over. @return how many */
    int expire() {
        LocalDate now = today.now();
        int expired = 0;
        for (Object[] row : tx.call(em -> QuotationLists.over(em, now))) {
            try {
                act(ExpireQuotations.BY, OrderRows.number(row[0]), OrderRows.number(row[1]), QuotationAction.EXPIRE, null, (quotation, order) -> { });
                expired++;
            } catch (AmphoraException.Stale | AmphoraException.Refused e) {
                // somebody decided meanwhile: that holds
                continue;
            }
        }
        return expired;
    }

    private Quotation act(Actor by, long id, long version, QuotationAction action, String why, BiConsumer<QuotationEntity, OrderEntity> step) {
        by.require(OrderEntry.ENTER);
        return tx.callWithRetry(em -> {
            QuotationEntity quotation = Quotes.require(em, id, version, action);
            OrderEntity order = store.require(em, quotation.orderId());
            step.accept(quotation, order);
            done(em, by, quotation, order, action, why);
            em.flush();
            return toQuotation(quotation, order);
        });
    }

    private void done(EntityManager em, Actor by, QuotationEntity quotation, OrderEntity order, QuotationAction action, String why) {
        quotation.did(action, OrderStore.now(), why);
        tell(em, by, quotation, order, QuotationLists.done(action), why);
        if (action == QuotationAction.DECLINE) {
            store.publish(order, by, "cancelled");
        }
    }

    private Quotation written(EntityManager em, Actor by, QuotationEntity quotation, OrderEntity order, String what, String why) {
        tell(em, by, quotation, order, what, why);
        em.flush();
        return toQuotation(quotation, order);
    }

    /** The order changes with it, so that whoever saw it before must look again. */
    private void tell(EntityManager em, Actor by, QuotationEntity quotation, OrderEntity order, String what, String why) {
        Instant now = OrderStore.now();
        order.touched(now);
        String until = quotation.status() == QuotationStatus.OPEN || quotation.status() == QuotationStatus.SENT ? " (" + quotation.validUntil() + ")" : "";
        store.remember(em, order, now, by, "quotation-" + what, "quotation", null, quotation.number() + until, why);
        store.publish("quotation." + what, quotation.id(), "{\"by\":" + Texts.json(by.name()) + ",\"number\":" + Texts.json(quotation.number()) + ",\"order\":" + order.id() + ",\"orderNumber\":"
                + Texts.json(order.number()) + ",\"validUntil\":\"" + quotation.validUntil() + "\"}");
        store.publish(order, by, "quoted");
    }

    private static Quotation toQuotation(QuotationEntity quotation, OrderEntity order) {
        Order o = order.toOrder(java.util.List.of(), java.util.List.of());
        return quotation.toQuotation(o.number(), o.customerId(), o.customerName(), o.total().amount(), o.total().currency().getCurrencyCode());
    }

    private static Quotation quotation(EntityManager em, long id, Order o) {
        return Quotes.require(em, id).toQuotation(o.number(), o.customerId(), o.customerName(), o.total().amount(), o.total().currency().getCurrencyCode());
    }

    @Override
    public Quotation find(Actor by, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            QuotationEntity quotation = Quotes.require(em, id);
            return toQuotation(quotation, store.require(em, quotation.orderId()));
        });
    }

    @Override
    public Optional<Quotation> ofOrder(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            OrderEntity order = store.require(em, orderId);
            return Optional.ofNullable(order.quotationId()).map(id -> toQuotation(Quotes.require(em, id), order));
        });
    }

    @Override
    public Page<Quotation> list(Actor by, String text, Set<QuotationStatus> statuses, Long customerId, PageRequest page) {
        by.require(OrderQueries.READ);
        return tx.call(em -> QuotationLists.page(em, text, statuses, customerId, page));
    }
}
