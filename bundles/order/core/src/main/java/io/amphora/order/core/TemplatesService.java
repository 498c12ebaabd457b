package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.common.SearchText;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Named orders to begin from. */
@Component(service = {OrderTemplates.class, TemplatesService.class})
public final class TemplatesService implements OrderTemplates {
    private static final String TAKEN = "order.template-name";
    private static final String THERE_IS = "there is a template {0} already";

    private final Tx tx;
    private final OrderStore store;
    private final OrderCheck check;
    private final KeepDraft drafts;

    @Activate
    public TemplatesService(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference OrderCheck check, @Reference KeepDraft drafts) {
        this.tx = tx;
        this.store = store;
        this.check = check;
        this.drafts = drafts;
    }

    @Override
    public OrderTemplate create(Actor by, Content content) {
        by.require(OrderEntry.ENTER);
        return create(by, check(content, null, true));
    }

    private OrderTemplate create(Actor by, Checked checked) {
        return once(checked, em -> {
            OrderTemplateEntity made = new OrderTemplateEntity(by.name(), OrderStore.now());
            return written(em, by, made, checked);
        });
    }

    @Override
    public OrderTemplate fromOrder(Actor by, long orderId, String name, boolean shared) {
        by.require(OrderEntry.ENTER);
        by.require(OrderQueries.READ);
        NewOrder like = tx.call(em -> CopyOrder.content(store.require(em, orderId).toOrder(List.of(), List.of()), "template"));
        Content content = new Content(name, shared ? null : like.customerId(), like.currency(), null,
                like.lines().stream().map(l -> new OrderTemplate.Line(l.sku(), l.quantity(), null)).toList());
        // what was ordered once may be unknown by now: it shows when an order is begun
        return create(by, check(content, null, false));
    }

    @Override
    public OrderTemplate change(Actor by, long id, long version, Content content) {
        by.require(OrderEntry.ENTER);
        Checked checked = check(content, id, true);
        return once(checked, em -> written(em, by, require(em, id, version), checked));
    }

    /** What fits into the database. */
    private record Checked(String name, CheckedOrder order, List<OrderTemplate.Line> lines) {
    }

    /** A template may name products that are not sold now: they may come back. @param self null for a new one; @param known whether products that never were are refused */
    private Checked check(Content c, Long self, boolean known) {
        Problems problems = new Problems();
        String name = problems.text("name", c.name(), 100);
        problems.check(tx.call(em -> isFree(em, name, c.customerId(), self)), "name", TAKEN, THERE_IS, name);
        Predicate<String> there = known ? check.known(c.lines().stream().map(OrderTemplate.Line::sku).toList()) : sku -> true;
        problems.check(!c.lines().isEmpty(), "lines", "order.no-lines", "an order needs at least one line");
        for (int i = 0; i < c.lines().size(); i++) {
            problems.check(c.lines().get(i).quantity() != null, "lines[" + i + "].quantity", "required", "must not be empty");
            String sku = c.lines().get(i).sku();
            boolean named = sku != null && !sku.isBlank();
            problems.check(named, "lines[" + i + "].sku", "required", "must not be empty");
            problems.check(!named || there.test(sku), "lines[" + i + "].sku", "order.product-unknown", "there is no product {0}", Texts.cut(sku, 40));
        }
        CheckedOrder order = null;
        try {
            order = check.draft(new NewOrder("template", null, c.customerId(), null, c.currency(), null, null, c.note(),
                    c.lines().stream().map(l -> new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice())).toList()));
        } catch (AmphoraException.Invalid e) {
            e.problems().forEach(problems::add);
        }
        problems.throwIfAny();
        return new Checked(name, order, c.lines().stream().map(l -> new OrderTemplate.Line(l.sku().strip(), l.quantity(), l.unitPrice())).toList());
    }

    private static boolean isFree(EntityManager em, String name, Long customerId, Long self) {
        return Sql.of("select t.id from order_template t where t.owner_key = ? and t.name_lower = ?", customerId == null ? OrderTemplateEntity.SHARED : customerId, SearchText.key(name, 100))
                .<Number>values(em).stream().noneMatch(id -> self == null || id.longValue() != self);
    }

    private OrderTemplate once(Checked checked, Tx.Work<OrderTemplate> work) {
        try {
            return tx.callWithRetry(work);
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                throw new AmphoraException.Invalid(Problem.of("name", TAKEN, THERE_IS, checked.name()));
            }
            throw e;
        }
    }

    private OrderTemplate written(EntityManager em, Actor by, OrderTemplateEntity template, Checked checked) {
        CheckedOrder o = checked.order();
        template.take(checked.name(), o.customerId(), o.customerName(), o.currency(), o.note(), checked.lines(), by.name(), OrderStore.now());
        em.persist(template);
        em.flush();
        tell(by, template);
        return template.toTemplate();
    }

    private void tell(Actor by, OrderTemplateEntity template) {
        store.publish("order-template.changed", template.id(), "{\"by\":" + Texts.json(by.name()) + ",\"name\":" + Texts.json(template.name()) + "}");
    }

    @Override
    public void delete(Actor by, long id, long version) {
        by.require(OrderEntry.ENTER);
        tx.callWithRetry(em -> {
            OrderTemplateEntity template = require(em, id, version);
            if (!Sql.of("select p.id from order_plan p where p.template_id = ?", id).first(1).values(em).isEmpty()) {
                throw new AmphoraException.Refused(Problem.of("", "order.template-used", "recurring orders are or were made from {0}", template.name()));
            }
            tell(by, template);
            em.remove(template);
            return null;
        });
    }

    OrderTemplateEntity require(EntityManager em, long id) {
        OrderTemplateEntity found = em.find(OrderTemplateEntity.class, id);
        if (found == null) {
            throw new AmphoraException.NotFound("order template", id);
        }
        return found;
    }

    private OrderTemplateEntity require(EntityManager em, long id, long version) {
        OrderTemplateEntity found = require(em, id);
        if (found.version() != version) {
            throw new AmphoraException.Stale("order template", found.name(), version, found.version());
        }
        return found;
    }

    @Override
    public OrderTemplate find(Actor by, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> require(em, id).toTemplate());
    }

    @Override
    public Page<OrderTemplate> list(Actor by, String text, Long customerId, PageRequest page) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            // the cursor is name and id
            String[] after = page.after() == null ? null : page.after().split("\u001f", 2);
            Sql sql = Sql.of("select t.* from order_template t where 1 = 1");
            if (after != null && after.length == 2 && after[1].matches("[0-9]{1,18}")) {
                sql.add(" and (t.name_lower > ? or t.name_lower = ? and t.id > ?)", after[0], after[0], Long.valueOf(after[1]));
            }
            String key = SearchText.key(text, 100);
            if (!key.isEmpty()) {
                sql.add(" and t.name_lower >= ? and t.name_lower < ?", key, SearchText.after(key));
            }
            if (customerId != null) {
                sql.add(" and t.owner_key in (?, ?)", customerId, OrderTemplateEntity.SHARED);
            }
            List<OrderTemplateEntity> rows = sql.add(" order by t.name_lower, t.id").first(page.size() + 1).entities(em, OrderTemplateEntity.class);
            return Page.ofText(rows, page.size(), t -> SearchText.key(t.name(), 100) + "\u001f" + t.id()).map(OrderTemplateEntity::toTemplate);
        });
    }

    @Override
    public Order draft(Actor by, long id, Long customerId, String channel) {
        by.require(OrderEntry.ENTER);
        return tx.call(em -> {
            OrderTemplate template = require(em, id).toTemplate();
            Order draft = drafts.keep(by, content(template, customerId == null ? template.customerId() : customerId, channel, null));
            store.remember(em, store.require(em, draft.id()), OrderStore.now(), by, "from-template", "template", null, template.name(), null);
            return draft;
        });
    }

    static NewOrder content(OrderTemplate t, Long customerId, String channel, String externalId) {
        return new NewOrder(channel, externalId, customerId, null, t.currency(), null, null, t.note(),
                t.lines().stream().map(l -> new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice())).toList());
    }
}
