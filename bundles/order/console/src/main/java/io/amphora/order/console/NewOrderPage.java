package io.amphora.order.console;

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
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
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
    private final transient OrderTemplates templates;
    private final transient Actor actor = CurrentUser.actor();
    private final CustomerChoice customer;
    private final TextField reference = new TextField(Texts.of("order.reference"));
    private final WishedDate wished = new WishedDate();
    private final TextArea note = new TextArea(Texts.of("order.note"));
    private final FieldErrors errors = new FieldErrors();
    private final EntryLines lines;
    private final EntryDelivery delivery = new EntryDelivery(errors, this::keep);
    private final TotalsBlock total = new TotalsBlock();
    private final ChargesEditor charges = new ChargesEditor(errors, this::changed);
    private final Span saved = new Span();
    private final LineEntry lineEntry;
    private transient Order draft;
    private boolean loading;

    @Activate
    public NewOrderPage(@Reference OrderEntry entry, @Reference OrderQueries queries, @Reference Products products, @Reference Customers customers, @Reference Stock stock,
                        @Reference OrderTemplates templates) {
        super("order.new");
        this.entry = entry;
        this.queries = queries;
        this.products = products;
        this.customers = customers;
        this.templates = templates;
        customer = new CustomerChoice(customers, actor);
        lineEntry = new LineEntry(products, actor, (p, quantity) -> addLine(p, quantity));
        lines = new EntryLines(products, stock, errors, this::changed, lineEntry::focusProduct);
        setBack("orders");
        primary("order.place", this::place).setId("place-order");
        action("order.template.from", () -> new TemplateChoiceDialog(templates, actor, customer.getValue() == null ? null : customer.getValue().id(), this::take).open())
                .setId("from-template");
        action("order.paste", () -> new PasteDialog(products, actor, pasted()).open());
        buildForm();
        OrderStyles.on(this);
    }

    private void buildForm() {
        customer.setAutofocus(true);
        customer.addValueChangeListener(e -> {
            delivery.offer(e.getValue());
            keep();
        });
        customer.onEnter(lineEntry::focusProduct);
        reference.setMaxLength(60);
        reference.addValueChangeListener(e -> keep());
        new ReferenceWarning(reference, () -> customer.getValue() == null ? null : customer.getValue().id(), () -> draft, queries, actor).watch(customer);
        wished.addValueChangeListener(e -> keep());
        note.setMaxLength(1000);
        note.addValueChangeListener(e -> keep());
        errors.bind("customerId", customer).bind("reference", reference).bind("wishedDate", wished).bind("note", note);
        Div head = new Div(customer, reference, wished);
        head.addClassNames("surface", "form-row");
        saved.addClassName("muted");
        saved.getElement().setAttribute("aria-live", "polite");
        Div foot = new Div(saved, total);
        foot.addClassName("entry-foot");
        Div box = new Div(lines, lineEntry, charges, foot);
        box.addClassName("surface");
        Div content = new Div(errors, head, box, delivery, note);
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
        delivery.show(draft);
        lines.currency(draft.lines().isEmpty() ? null : draft.total().currency());
        List<Order.Line> gone = lines.load(draft.lines(), (shown, of) -> { });
        charges.show(draft);
        if (!gone.isEmpty()) {
            Toast.error("order.draft.gone", gone.stream().map(Order.Line::sku).collect(Collectors.joining(", ")));
        }
        loading = false;
        total.show(draft);
    }

    private PasteDialog.Added pasted() {
        return new PasteDialog.Added() {
            @Override
            public String line(Product product, BigDecimal quantity, BigDecimal price, String discount) {
                return lines.add(product, quantity, price, discount);
            }

            @Override
            public void together(Runnable rows) {
                lines.together(rows);
            }
        };
    }

    private void addLine(Product product, BigDecimal quantity) {
        String wrong = lines.add(product, quantity, null, null);
        if (wrong != null) {
            Toast.error("order.entry.plain", wrong);
        }
    }

    /** The lines of a template come to those that are there. */
    private void take(OrderTemplate template) {
        if (customer.getValue() == null && template.customerId() != null) {
            customer.setValue(customers.find(actor, template.customerId()));
        }
        if (note.isEmpty() && template.note() != null) {
            note.setValue(template.note());
        }
        if (lines.isEmpty()) {
            lines.currency(Currency.getInstance(template.currency()));
        }
        var known = products.lookup(template.lines().stream().map(OrderTemplate.Line::sku).toList());
        List<String> left = new ArrayList<>();
        lines.together(() -> template.lines().forEach(l -> {
            Product product = known.get(l.sku());
            String wrong = product == null || !product.active() ? Texts.of("order.entry.unknown", l.sku()) : lines.add(product, l.quantity(), l.unitPrice(), null);
            if (wrong != null) {
                left.add(wrong);
            }
        }));
        if (!left.isEmpty()) {
            Toast.error("order.entry.plain", String.join("; ", left));
        }
        lineEntry.focusProduct();
    }

    private void changed() {
        if (loading) {
            return;
        }
        // the kept draft is what counts; what cannot be kept is at least added up
        if (keep()) {
            total.show(draft);
        } else {
            total.show(lines.sum());
        }
    }

    private NewOrder order() {
        return new NewOrder("console", null, customer.getValue() == null ? null : customer.getValue().id(), text(reference.getValue()),
                lines.isEmpty() ? null : lines.currency().getCurrencyCode(), delivery.shipTo(), wished.getValue(),
                text(note.getValue()), lines.all().stream().map(EntryLine::line).toList(), delivery.delivery(), charges.discount(), charges.charges(),
                draft == null || draft.pricing().equals(OrderPricing.PLAIN) ? null : (Boolean) draft.pricesIncludeTax());
    }

    private static String text(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Keeps the draft; what is wrong with it shows at its field, and nothing entered is lost. */
    private boolean keep() {
        if (loading || lines.isEmpty() && customer.getValue() == null) {
            return false;
        }
        lines.bind();
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
