package io.amphora.order.console;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Entering an order without a mouse. What is entered is kept as a draft after every line. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "new-order", title = "order.new", icon = "vaadin:plus", permission = OrderEntry.ENTER)
public final class NewOrderPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient OrderEntry entry;
    private final transient OrderQueries queries;
    private final transient Products products;
    private final transient Customers customers;
    private final transient Stock stock;
    private final transient Actor actor = CurrentUser.actor();
    private final CustomerChoice customer;
    private final TextField reference = new TextField(Texts.of("order.reference"));
    private final DatePicker wished = new DatePicker(Texts.of("order.wished"));
    private final TextArea note = new TextArea(Texts.of("order.note"));
    private final FieldErrors errors = new FieldErrors();
    private final Div lines = new Div();
    private final TotalsBlock total = new TotalsBlock();
    private final ChargesEditor charges = new ChargesEditor(errors, this::changed);
    private final Span saved = new Span();
    private final transient List<EntryLine> entered = new ArrayList<>();
    private final LineEntry lineEntry;
    private transient Order draft;
    private transient Map<String, Map<Long, BigDecimal>> stockSeen = Map.of();
    private boolean loading;
    private boolean pasting;

    @Activate
    public NewOrderPage(@Reference OrderEntry entry, @Reference OrderQueries queries, @Reference Products products, @Reference Customers customers, @Reference Stock stock) {
        super("order.new");
        this.entry = entry;
        this.queries = queries;
        this.products = products;
        this.customers = customers;
        this.stock = stock;
        customer = new CustomerChoice(customers, actor);
        lineEntry = new LineEntry(products, actor, (p, quantity) -> addLine(p, quantity, null));
        setBack("orders");
        primary("order.place", this::place).setId("place-order");
        action("order.paste", () -> new PasteDialog(products, actor, pasted()).open());
        buildForm();
        OrderStyles.on(this);
    }

    private void buildForm() {
        customer.setAutofocus(true);
        customer.addValueChangeListener(e -> keep());
        reference.setMaxLength(60);
        reference.addValueChangeListener(e -> keep());
        new ReferenceWarning(reference, () -> customer.getValue() == null ? null : customer.getValue().id(), () -> draft, queries, actor).watch(customer);
        wished.addValueChangeListener(e -> keep());
        note.setMaxLength(1000);
        note.addValueChangeListener(e -> keep());
        errors.bind("customerId", customer).bind("reference", reference).bind("wishedDate", wished).bind("note", note);
        Div head = new Div(customer, reference, wished);
        head.addClassNames("surface", "form-row");
        lines.addClassName("entry-lines");
        saved.addClassName("muted");
        saved.getElement().setAttribute("aria-live", "polite");
        Div foot = new Div(saved, total);
        foot.addClassName("entry-foot");
        Div box = new Div(lines, lineEntry, charges, foot);
        box.addClassName("surface");
        Div content = new Div(errors, head, box, note);
        note.setWidthFull();
        content.addClassName("new-order");
        grow(content);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter Long draftId) {
        if (draftId == null) {
            return;
        }
        loading = true;
        draft = queries.find(actor, draftId);
        setTitle(Texts.of("order.draft.number", draft.number()));
        if (draft.customerId() != null) {
            customer.setValue(customers.find(actor, draft.customerId()));
        }
        reference.setValue(draft.reference() == null ? "" : draft.reference());
        wished.setValue(draft.wishedDate());
        note.setValue(draft.note() == null ? "" : draft.note());
        Map<String, Product> known = products.lookup(draft.lines().stream().map(Order.Line::sku).toList());
        // all at once: a long draft must not ask for each line
        stockSeen = known.isEmpty() ? Map.of() : stock.available(known.keySet());
        draft.lines().stream().filter(l -> known.containsKey(l.sku())).forEach(l -> addLine(known.get(l.sku()), l.quantity(), l.unitPrice().amount(), l));
        charges.show(draft);
        List<String> gone = draft.lines().stream().map(Order.Line::sku).filter(sku -> !known.containsKey(sku)).toList();
        if (!gone.isEmpty()) {
            Toast.error("order.draft.gone", String.join(", ", gone));
        }
        stockSeen = Map.of();
        loading = false;
        total.show(draft);
    }

    private PasteDialog.Added pasted() {
        return new PasteDialog.Added() {
            @Override
            public void line(Product product, BigDecimal quantity, BigDecimal price) {
                addLine(product, quantity, price);
            }

            @Override
            public void together(Runnable rows) {
                pasting = true;
                try {
                    rows.run();
                } finally {
                    pasting = false;
                }
                changed();
            }
        };
    }

    private void addLine(Product product, BigDecimal quantity, BigDecimal price) {
        addLine(product, quantity, price, null);
    }

    /** @param as a line of a draft, null for a new one */
    private void addLine(Product product, BigDecimal quantity, BigDecimal price, Order.Line as) {
        for (EntryLine line : entered) {
            if (line.sku().equals(product.sku()) && price == null && !loading) {
                line.more(quantity);
                return;
            }
        }
        if (!entered.isEmpty() && !product.price().currency().equals(entered.get(0).currency())) {
            Toast.error("order.entry.currency", product.sku(), product.price().currency().getCurrencyCode(), entered.get(0).currency().getCurrencyCode());
            return;
        }
        EntryLine[] self = new EntryLine[1];
        self[0] = new EntryLine(product, quantity, price, available(product), this::changed, () -> removeLine(self[0]));
        if (as != null) {
            self[0].with(as);
        }
        entered.add(self[0]);
        lines.add(self[0]);
        changed();
    }

    private void removeLine(EntryLine line) {
        entered.remove(line);
        lines.remove(line);
        changed();
        lineEntry.focusProduct();
    }

    private Collection<BigDecimal> available(Product product) {
        if (product.isKit()) {
            List<Reservations.Part> parts = product.components().stream().map(c -> new Reservations.Part(c.sku(), c.quantity())).toList();
            return KitStock.available(parts, stock.available(parts.stream().map(Reservations.Part::sku).toList())).values();
        }
        if (!product.stocked()) {
            return null;
        }
        Map<String, Map<Long, BigDecimal>> seen = stockSeen.containsKey(product.sku()) ? stockSeen : stock.available(List.of(product.sku()));
        return seen.getOrDefault(product.sku(), Map.of()).values();
    }

    private void changed() {
        if (loading || pasting) {
            return;
        }
        // the kept draft is what counts; what cannot be kept is at least added up
        if (keep()) {
            total.show(draft);
        } else {
            total.show(entered.stream().map(EntryLine::amount).reduce(Money::plus).orElse(null));
        }
    }

    private NewOrder order() {
        return new NewOrder("console", null, customer.getValue() == null ? null : customer.getValue().id(), text(reference.getValue()),
                entered.isEmpty() ? null : entered.get(0).currency().getCurrencyCode(), null, wished.getValue(),
                text(note.getValue()), entered.stream().map(EntryLine::line).toList(), null, charges.discount(), charges.charges(),
                draft == null || draft.pricing().equals(OrderPricing.PLAIN) ? null : (Boolean) draft.pricesIncludeTax());
    }

    private static String text(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Keeps the draft; what is wrong with it shows at its field, and nothing entered is lost. */
    private boolean keep() {
        if (loading || pasting || entered.isEmpty() && customer.getValue() == null) {
            return false;
        }
        bindLines();
        boolean kept = errors.guard(this::write);
        saved.setText(kept ? Texts.of("order.draft.kept", draft.number()) : Texts.of("order.draft.not-kept"));
        return kept;
    }

    private void write() {
        if (draft == null) {
            draft = entry.draft(actor, order());
            // whoever loads the page anew, or switches the language, finds the draft again
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "new-order/" + draft.id()));
            return;
        }
        try {
            draft = entry.changeDraft(actor, draft.id(), draft.version(), order());
        } catch (AmphoraException.Stale e) {
            new DraftConflict(queries, actor, draft.id(), now -> {
                draft = now;
                keep();
            }).open();
            throw e;
        }
    }

    private void bindLines() {
        for (int i = 0; i < entered.size(); i++) {
            errors.bind("lines[" + i + "]", entered.get(i).quantity()).bind("lines[" + i + "].quantity", entered.get(i).quantity()).bind("lines[" + i + "].unitPrice", entered.get(i).price())
                    .bind("lines[" + i + "].discount", entered.get(i).discount());
        }
    }

    private void place() {
        if (!keep()) {
            return;
        }
        boolean placed = errors.guard(() -> draft = entry.submit(actor, draft.id(), draft.version()));
        if (placed) {
            Toast.success("order.done.submit", draft.number());
            getUI().ifPresent(ui -> ui.navigate(OrderPage.class, draft.id()));
        }
    }
}
