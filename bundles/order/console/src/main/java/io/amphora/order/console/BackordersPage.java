package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderBackorders.Policy;
import io.amphora.order.api.OrderBackorders.Waiting;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.ReviewChecks;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Lines that wait for stock, in the order in which they will get some; and whether lines may wait at all. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "backorders", title = "order.backorders", icon = "vaadin:hourglass", group = MenuGroup.ORDERS, order = 40, permission = OrderQueries.READ)
public final class BackordersPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient OrderBackorders backorders;
    private final transient Actor actor = CurrentUser.actor();
    private transient Edit policies;
    private transient Edit leadDays;
    private final TextField sku = new TextField(Texts.of("order.backorders.sku"));
    private final Select<String> product = new Select<>();
    private final IntegerField productDays = new IntegerField(Texts.of("order.backorders.days.product"));
    private final KeysetGrid<Waiting> grid;
    private boolean showing;

    @Activate
    public BackordersPage(@Reference OrderBackorders backorders) {
        super("order.backorders");
        this.backorders = backorders;
        OrderStyles.on(this);
        grid = new KeysetGrid<>(page -> backorders.waiting(actor, sku(), page), Waiting::lineId);
        Formats f = Formats.current();
        grid.column("order.backorders.sku", Waiting::sku);
        grid.numbers("order.line.quantity", w -> f.number(w.quantity()));
        grid.column("order.number", Waiting::number).setFlexGrow(0);
        grid.column("order.customer", w -> w.customerName() == null ? "" : w.customerName());
        grid.column("order.promised", w -> promised(w, f)).setFlexGrow(0);
        grid.numbers("order.terms.urgency", w -> f.number(w.priority()));
        grid.column("order.placed", w -> w.placedAt() == null ? "" : f.dateTime(w.placedAt())).setFlexGrow(0);
        grid.setCard(w -> card(w, f));
        grid.setEmptyStateComponent(new EmptyState("hourglass", "order.backorders.none", "order.backorders.none.text"));
        grid.onOpen(w -> getUI().ifPresent(ui -> ui.navigate(OrderPage.class, w.orderId())));
        add(bar());
        grow(grid);
        if (actor.may(OrderAction.SHIP.permission())) {
            action("order.backorders.allocate", this::allocate);
        }
        Live.on(this, "order.*", keys -> grid.refresh());
    }

    private Div bar() {
        sku.setClearButtonVisible(true);
        sku.setValueChangeMode(ValueChangeMode.LAZY);
        sku.addValueChangeListener(e -> {
            showProduct();
            grid.restart();
        });
        Div bar = new Div(sku);
        bar.addClassNames("backorder-bar");
        if (actor.may(ReviewChecks.CONFIGURE)) {
            policies = new Edit(() -> backorders.policyVersion(actor));
            leadDays = new Edit(() -> backorders.leadDaysVersion(actor));
            Select<Policy> all = new Select<>();
            all.setLabel(Texts.of("order.backorders.policy"));
            all.setItems(Policy.values());
            all.setItemLabelGenerator(p -> Texts.of("order.backorders.policy." + p.name().toLowerCase(Locale.ROOT)));
            all.setValue(backorders.policy(actor));
            all.addValueChangeListener(e -> save(policies, seen -> backorders.setPolicy(actor, e.getValue(), seen)));
            product.setLabel(Texts.of("order.backorders.product"));
            product.setItems("DEFAULT", "REFUSE", "ACCEPT");
            product.setItemLabelGenerator(p -> Texts.of("order.backorders.policy." + p.toLowerCase(Locale.ROOT)));
            product.addValueChangeListener(e -> {
                if (e.isFromClient() && sku() != null) {
                    save(policies, seen -> backorders.setProduct(actor, sku(), e.getValue().equals("DEFAULT") ? null : Policy.valueOf(e.getValue()), seen));
                }
            });
            IntegerField days = new IntegerField(Texts.of("order.backorders.days"));
            days(days, backorders.leadDays(actor).all());
            days.addValueChangeListener(e -> save(leadDays, seen -> backorders.setLeadDays(actor, null, e.getValue(), seen)));
            days.setId("lead-days");
            days(productDays, null);
            productDays.setId("product-lead-days");
            productDays.addValueChangeListener(e -> {
                if (!showing && sku() != null) {
                    save(leadDays, seen -> backorders.setLeadDays(actor, sku(), e.getValue(), seen));
                }
            });
            bar.add(all, days, product, productDays);
            showProduct();
        }
        return bar;
    }

    private static void days(IntegerField field, Integer is) {
        field.setMin(0);
        field.setMax(730);
        field.setStepButtonsVisible(true);
        field.setHelperText(Texts.of("order.backorders.days.help"));
        if (is != null) {
            field.setValue(is);
        }
    }

    private void showProduct() {
        product.setEnabled(sku() != null);
        productDays.setEnabled(sku() != null);
        if (!actor.may(ReviewChecks.CONFIGURE)) {
            return;
        }
        showing = true;
        Policy now = sku() == null ? null : backorders.products(actor).get(sku());
        product.setValue(now == null ? "DEFAULT" : now.name());
        productDays.setValue(sku() == null ? null : backorders.leadDays(actor).products().get(sku()));
        showing = false;
    }

    private static String promised(Waiting w, Formats f) {
        return !w.promise().made() ? "–" : w.promise().slipped() ? Texts.of("order.backorders.slipped", f.date(w.promise().current()), f.date(w.promise().first())) : f.date(w.promise().current());
    }

    private static void save(Edit edit, LongConsumer change) {
        edit.save(null, change, () -> Toast.success("order.saved"), Edit::reload);
    }

    private String sku() {
        return sku.getValue().isBlank() ? null : sku.getValue().strip();
    }

    private void allocate() {
        if (sku() == null) {
            sku.focus();
            Toast.error("order.backorders.which");
            return;
        }
        int[] lines = new int[1];
        if (Toast.guard(() -> lines[0] = backorders.allocate(actor, sku()))) {
            Toast.success("order.backorders.allocated", lines[0]);
            grid.refresh();
        }
    }

    private static Div card(Waiting w, Formats f) {
        Span what = new Span(f.number(w.quantity()) + " × " + w.sku());
        what.addClassName("strong");
        Div top = new Div(what, new Span(w.number()));
        Div bottom = new Div(new Span(w.customerName() == null ? "" : w.customerName()), new Span(promised(w, f)));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }
}
