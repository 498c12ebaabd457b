package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.Discount;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderAmendments.Preview;
import io.amphora.order.api.OrderQueries;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Changing a placed order: what it comes to shows as one types, and nothing is done before it is said why. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "amend-order", title = "order.amend", icon = "vaadin:edit", permission = OrderAmendments.AMEND)
public final class AmendPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;
    private final transient OrderAmendments amendments;
    private final transient OrderQueries queries;
    private final transient Products products;
    private final transient Actor actor = CurrentUser.actor();
    private final TextField reference = new TextField(Texts.of("order.reference"));
    private final WishedDate wished = new WishedDate();
    private final TextArea note = new TextArea(Texts.of("order.note"));
    private final FieldErrors errors = new FieldErrors();
    private final AddressFields address = new AddressFields(errors, this::preview);
    private final ChargesEditor charges = new ChargesEditor(errors, this::preview);
    private final EntryLines lines;
    private final Div comesTo = new Div();
    private final transient Map<EntryLine, Long> ids = new IdentityHashMap<>();
    private transient Order order;
    private boolean loading;

    @Activate
    public AmendPage(@Reference OrderAmendments amendments, @Reference OrderQueries queries, @Reference Products products, @Reference Stock stock) {
        super("order.amend");
        this.amendments = amendments;
        this.queries = queries;
        this.products = products;
        lines = new EntryLines(products, stock, errors, this::preview, () -> { });
        OrderStyles.on(this);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        try {
            order = queries.find(actor, id);
        } catch (AmphoraException.NotFound e) {
            grow(new EmptyState("search", "order.missing", "order.missing.text").step("order.list", () -> getUI().ifPresent(ui -> ui.navigate("orders"))));
            return;
        }
        setBack("order/" + id);
        setTitle(Texts.of("order.amend.number", order.number()));
        primary("order.amend.make", this::ask).setId("amend");
        build();
        load();
    }

    private void build() {
        reference.setMaxLength(60);
        note.setMaxLength(1000);
        note.setWidthFull();
        Div head = new Div(reference, wished);
        head.addClassNames("surface", "form-row");
        address.addClassName("surface");
        reference.addValueChangeListener(e -> preview());
        wished.addValueChangeListener(e -> preview());
        note.addValueChangeListener(e -> preview());
        errors.bind("reference", reference).bind("wishedDate", wished).bind("note", note);
        Div box = new Div(lines, new LineEntry(products, actor, this::add), charges);
        box.addClassName("surface");
        comesTo.addClassNames("surface", "amend-preview");
        comesTo.getElement().setAttribute("aria-live", "polite");
        Div content = new Div(errors, head, box, address, note, comesTo);
        content.addClassName("new-order");
        grow(content);
    }

    private void load() {
        loading = true;
        reference.setValue(order.reference() == null ? "" : order.reference());
        wished.setValue(order.wishedDate());
        note.setValue(order.note() == null ? "" : order.note());
        address.show(order.shipTo());
        lines.currency(order.total().currency());
        lines.load(order.lines().stream().filter(Order.Line::isLive).toList(), (shown, of) -> ids.put(shown, of.id())).forEach(gone -> ids.put(lines.keep(gone), gone.id()));
        charges.show(order, discount());
        loading = false;
        preview();
    }

    /** Of an amount what the lines have that are still wanted. */
    private Discount discount() {
        if (order.discount() == null || order.discount().amount() == null) {
            return order.discount();
        }
        BigDecimal left = order.lines().stream().filter(Order.Line::isLive).map(l -> l.share().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return left.signum() == 0 ? null : new Discount(null, Money.of(left, order.total().currency().getCurrencyCode()).rounded().amount());
    }

    private void add(Product product, BigDecimal quantity) {
        String wrong = lines.add(product, quantity, null, null);
        if (wrong != null) {
            Toast.error("order.entry.plain", wrong);
        }
    }

    private Amendment amendment() {
        List<Amendment.Line> wanted = lines.all().stream().map(l -> new Amendment.Line(ids.get(l), l.sku(), l.quantity().getValue(), l.price().getValue(),
                new Amendment.Terms(l.own(), l.more().taxRate(), l.more().note()))).toList();
        return new Amendment(text(reference.getValue()), address.value(), wished.getValue(), text(note.getValue()), wanted, new Amendment.Pricing(charges.discount(), charges.charges()));
    }

    private static String text(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** What it would come to; what is wrong shows at its field. */
    private void preview() {
        if (loading) {
            return;
        }
        comesTo.removeAll();
        errors.clear();
        lines.bind();
        try {
            show(amendments.preview(actor, order.id(), order.version(), amendment()));
        } catch (AmphoraException.Refused | AmphoraException.Stale e) {
            e.problems().forEach(p -> comesTo.add(new Div(new Span(sentence(Texts.of(p))))));
        } catch (AmphoraException.Invalid e) {
            errors.show(e.problems());
        }
    }

    /** It stands alone here, not behind the name of a field. */
    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void show(Preview preview) {
        Formats f = Formats.current();
        Span sum = new Span(f.money(preview.before().rounded()) + " → " + f.money(preview.after().rounded()) + "  (" + (preview.difference().amount().signum() > 0 ? "+" : "")
                + f.money(preview.difference().rounded()) + ")");
        sum.addClassName("entry-total");
        comesTo.add(new H2(Texts.of("order.amend.comes-to")), sum, new DifferencesTable(preview.differences()));
        boolean review = !preview.findings().isEmpty() || preview.steps() > 0;
        Span next = new Span(review ? Texts.of("order.amend.review", preview.findings().size(), preview.steps()) : Texts.of("order.amend.passes"));
        next.addClassName("muted");
        comesTo.add(next);
        if (!preview.findings().isEmpty()) {
            UnorderedList found = new UnorderedList();
            preview.findings().forEach(p -> found.add(new ListItem(Texts.of(p))));
            comesTo.add(found);
        }
    }

    private void ask() {
        ReasonDialog.ask(Texts.of("order.amend.title", order.terms().revision() + 1, order.number()), Texts.of("order.amend.text"), "order.amend.make", this::amend);
    }

    private void amend(String why) {
        lines.bind();
        try {
            if (errors.guard(() -> order = amendments.amend(actor, order.id(), order.version(), amendment(), why))) {
                Toast.success("order.amend.done", order.number(), order.terms().revision());
                getUI().ifPresent(ui -> ui.navigate(OrderPage.class, order.id()));
            }
        } catch (AmphoraException.Stale e) {
            Toast.error("order.stale");
        }
    }
}
