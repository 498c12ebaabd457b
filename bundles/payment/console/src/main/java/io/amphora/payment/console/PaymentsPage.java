package io.amphora.payment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.Payments;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All payments, and the bank lines that fit no order. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "payments", title = "payment.title", icon = "vaadin:money", group = MenuGroup.ORDERS, order = 40, permission = Payments.READ)
public final class PaymentsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final String LINES = "LINES";

    private final transient Payments payments;
    private final transient BankLines lines;
    private final transient OrderQueries orders;
    private final transient Actor actor = CurrentUser.actor();
    private final PaymentViews bar = new PaymentViews(this::show);
    private final Div place = new Div();
    private transient KeysetGrid<?> grid;

    @Activate
    public PaymentsPage(@Reference Payments payments, @Reference BankLines lines, @Reference OrderQueries orders) {
        super("payment.title");
        this.payments = payments;
        this.lines = lines;
        this.orders = orders;
        PaymentStyles.on(this);
        bar.view("ALL").view("OPEN").view("OVERDUE").view("TO_CONFIRM").view("TO_GIVE_BACK").view(LINES);
        actionIf(PaymentDesk.TAKE, "payment.statement", this::statement);
        actionIf(PaymentSetup.CONFIGURE, "payment.setup", () -> getUI().ifPresent(ui -> ui.navigate("payment-setup")));
        add(bar);
        place.addClassName("payments-list");
        place.setSizeFull();
        grow(place);
        Live.on(this, "payment.*", keys -> changed());
        show("ALL");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.choose(Filter.of(event.getLocation().getQueryParameters()).view());
    }

    private void show(String view) {
        place.removeAll();
        grid = view.equals(LINES) ? lineGrid() : paymentGrid(Payments.Show.valueOf(view));
        place.add((Component) grid);
    }

    private KeysetGrid<Payment> paymentGrid(Payments.Show show) {
        Formats f = Formats.current();
        KeysetGrid<Payment> all = new KeysetGrid<>(page -> payments.list(actor, show, page), Payment::id);
        all.column("payment.order", Payment::orderNumber);
        all.column("payment.what", PaymentTexts::what);
        all.badge("payment.state", PaymentTexts::badge);
        boolean back = show == Payments.Show.TO_GIVE_BACK;
        all.numbers(back ? "payment.to-give-back" : "payment.field.amount", p -> f.money(back ? toGiveBack(p) : p.state().received() ? p.captured() : p.amount()));
        all.column("payment.field.due-on", p -> PaymentTexts.date(p.dueOn()));
        all.column("payment.field.reference", p -> p.reference() == null ? "" : p.reference());
        all.setEmptyStateComponent(new EmptyState("money", none(show.name()), none(show.name()) + ".text"));
        all.setCard(p -> card(p.orderNumber() + " · " + f.money(back ? toGiveBack(p) : p.amount()), PaymentTexts.badge(p), PaymentTexts.what(p)));
        all.onOpen(p -> getUI().ifPresent(ui -> ui.navigate("order/" + p.orderId())));
        return all;
    }

    /** What the order was paid too much, as far as it can go back by this payment. */
    private Money toGiveBack(Payment p) {
        Money open = payments.position(actor, p.orderId()).open();
        Money back = open.isNegative() ? Money.zero(open.currency()).minus(open) : Money.zero(open.currency());
        return back.compareTo(p.refundable()) < 0 ? back : p.refundable();
    }

    private KeysetGrid<BankLine> lineGrid() {
        Formats f = Formats.current();
        KeysetGrid<BankLine> all = new KeysetGrid<>(page -> lines.list(actor, BankLine.State.UNMATCHED, page), BankLine::id);
        all.column("payment.field.reference", BankLine::reference);
        all.column("payment.payer", l -> l.payer() == null ? "" : l.payer());
        all.numbers("payment.field.amount", l -> f.money(Money.of(l.amount(), l.currency())));
        all.column("payment.booked", l -> f.date(l.bookedOn()));
        all.column("payment.why", l -> l.reason() == null ? "" : Texts.of(l.reason()));
        EmptyState none = new EmptyState("check-circle-o", none(LINES), none(LINES) + ".text");
        all.setEmptyStateComponent(actor.may(PaymentDesk.TAKE) ? none.step("payment.statement", this::statement) : none);
        all.setCard(l -> card(l.reference() + " · " + f.money(Money.of(l.amount(), l.currency())), PaymentTexts.badge(l.state()), l.reason() == null ? "" : Texts.of(l.reason())));
        all.onOpen(l -> new BankLineDialog(lines, orders, actor, l, this::changed).open());
        return all;
    }

    private static String none(String view) {
        return "payment.view." + view.toLowerCase(Locale.ROOT).replace('_', '-') + ".none";
    }

    private static Div card(String title, Component badge, String text) {
        Span head = new Span(title);
        head.addClassName("strong");
        Span more = new Span(text);
        more.addClassName("muted");
        Div top = new Div(head, badge);
        top.addClassName("card-row");
        Div card = new Div(top, more);
        card.addClassName("card");
        return card;
    }

    private void statement() {
        new StatementDialog(lines, actor, this::changed).open();
    }

    /** What was paid has a wider badge than what is due. */
    private void changed() {
        grid.refresh();
        grid.recalculateColumnWidths();
    }
}
