package io.amphora.order.console;

import com.vaadin.flow.component.datepicker.DatePicker;
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
import io.amphora.customer.api.Address;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderAmendments.Preview;
import io.amphora.order.api.OrderQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final List<String> ADDRESS = List.of("recipient", "street", "postalCode", "city", "region", "country");

    private final transient OrderAmendments amendments;
    private final transient OrderQueries queries;
    private final transient Products products;
    private final transient Stock stock;
    private final transient Actor actor = CurrentUser.actor();
    private final TextField reference = new TextField(Texts.of("order.reference"));
    private final DatePicker wished = new DatePicker(Texts.of("order.wished"));
    private final TextArea note = new TextArea(Texts.of("order.note"));
    private final transient Map<String, TextField> address = new java.util.LinkedHashMap<>();
    private final FieldErrors errors = new FieldErrors();
    private final Div lines = new Div();
    private final Div comesTo = new Div();
    private final transient List<EntryLine> entered = new ArrayList<>();
    private final transient Map<EntryLine, Long> ids = new IdentityHashMap<>();
    private transient Order order;
    private boolean loading;

    @Activate
    public AmendPage(@Reference OrderAmendments amendments, @Reference OrderQueries queries, @Reference Products products, @Reference Stock stock) {
        super("order.amend");
        this.amendments = amendments;
        this.queries = queries;
        this.products = products;
        this.stock = stock;
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
        Div to = new Div();
        to.addClassNames("surface", "amend-address");
        for (String part : ADDRESS) {
            TextField field = new TextField(Texts.of("order.address." + part));
            field.setMaxLength(200);
            field.addValueChangeListener(e -> preview());
            address.put(part, field);
            errors.bind("shipTo." + part, field);
            to.add(field);
        }
        reference.addValueChangeListener(e -> preview());
        wished.addValueChangeListener(e -> preview());
        note.addValueChangeListener(e -> preview());
        errors.bind("reference", reference).bind("wishedDate", wished).bind("note", note);
        lines.addClassName("entry-lines");
        Div box = new Div(lines, new LineEntry(products, actor, (p, quantity) -> add(p, quantity, null, null)));
        box.addClassName("surface");
        comesTo.addClassNames("surface", "amend-preview");
        comesTo.getElement().setAttribute("aria-live", "polite");
        Div content = new Div(errors, head, box, to, note, comesTo);
        content.addClassName("new-order");
        grow(content);
    }

    private void load() {
        loading = true;
        reference.setValue(order.reference() == null ? "" : order.reference());
        wished.setValue(order.wishedDate());
        note.setValue(order.note() == null ? "" : order.note());
        Address a = order.shipTo();
        List<String> parts = java.util.Arrays.asList(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country());
        for (int i = 0; i < ADDRESS.size(); i++) {
            address.get(ADDRESS.get(i)).setValue(parts.get(i) == null ? "" : parts.get(i));
        }
        Map<String, Product> known = products.lookup(order.lines().stream().map(Order.Line::sku).toList());
        order.lines().stream().filter(Order.Line::isLive).filter(l -> known.containsKey(l.sku())).forEach(l -> add(known.get(l.sku()), l.quantity(), l.unitPrice().amount(), l.id()));
        loading = false;
        preview();
    }

    private void add(Product product, BigDecimal quantity, BigDecimal price, Long id) {
        EntryLine[] self = new EntryLine[1];
        self[0] = new EntryLine(product, quantity, price, available(product), this::preview, () -> remove(self[0]));
        entered.add(self[0]);
        if (id != null) {
            ids.put(self[0], id);
        }
        lines.add(self[0]);
        preview();
    }

    private void remove(EntryLine line) {
        entered.remove(line);
        lines.remove(line);
        preview();
    }

    private Collection<BigDecimal> available(Product product) {
        return !product.stocked() ? null : stock.available(List.of(product.sku())).getOrDefault(product.sku(), Map.of()).values();
    }

    private Amendment amendment() {
        List<Amendment.Line> wanted = entered.stream().map(l -> new Amendment.Line(ids.get(l), l.sku(), l.quantity().getValue(), l.price().getValue())).toList();
        return new Amendment(text(reference.getValue()), new Address(part("recipient"), part("street"), part("city"), part("region"), part("postalCode"), part("country")), wished.getValue(),
                text(note.getValue()), wanted);
    }

    private String part(String name) {
        return text(address.get(name).getValue());
    }

    private static String text(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private void bindLines() {
        for (int i = 0; i < entered.size(); i++) {
            errors.bind("lines[" + i + "].quantity", entered.get(i).quantity()).bind("lines[" + i + "].unitPrice", entered.get(i).price());
        }
    }

    /** What it would come to; what is wrong shows at its field. */
    private void preview() {
        if (loading) {
            return;
        }
        comesTo.removeAll();
        errors.clear();
        bindLines();
        try {
            show(amendments.preview(actor, order.id(), order.version(), amendment()));
        } catch (AmphoraException.Refused | AmphoraException.Stale e) {
            e.problems().forEach(p -> comesTo.add(new Div(new Span(Texts.of(p)))));
        } catch (AmphoraException.Invalid e) {
            errors.show(e.problems());
        }
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
        bindLines();
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
