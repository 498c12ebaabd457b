package io.amphora.returns.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Timeline;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.returns.api.Return;
import io.amphora.order.api.OrderAttachments;
import io.amphora.order.api.OrderQueries;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnCredits;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnPhotos;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.Returns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** One return: what comes back, what the customer gets for it and how that is computed, and all that happened. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "return", title = "returns.one", icon = "vaadin:arrow-backward", permission = Returns.READ)
public final class ReturnPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient Returns returns;
    private final transient ReturnReasons reasons;
    private final transient Locations locations;
    private final transient ReturnActions actions;
    private final transient ReturnDesk desk;
    private final transient ReturnCredits credits;
    private final transient ReturnPhotos photos;
    private final transient OrderAttachments files;
    private final transient Executor background = work -> new Thread(work, "amphora-return-console").start();
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private long id;
    private transient Return shown;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Barcodes barcodes;

    @Activate
    public ReturnPage(@Reference Returns returns, @Reference ReturnDesk desk, @Reference ReturnReasons reasons, @Reference Locations locations, @Reference ReturnCredits credits, @Reference Products products,
                      @Reference ReturnPhotos photos, @Reference OrderAttachments files) {
        super("returns.one");
        this.returns = returns;
        this.desk = desk;
        this.reasons = reasons;
        this.locations = locations;
        this.credits = credits;
        this.photos = photos;
        this.files = files;
        actions = new ReturnActions(this, returns, desk, locations, products, actor, this::show, this::sku);
        content.addClassName("columns");
        ReturnStyles.on(this);
        grow(content);
        setBack("returns");
        Shortcuts.on(this, "e", "returns.next-step", actions::next);
        Live.on(this, "returns.*", keys -> {
            if (shown != null && keys.contains(Long.toString(shown.orderId()))) {
                reload();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    /** What a scanned code means. */
    private String sku(String code) {
        Barcodes known = barcodes;
        return known == null ? code : known.sku(code).orElse(code);
    }

    void reload() {
        try {
            show(returns.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            shown = null;
            content.add(new EmptyState("search", "returns.missing", "returns.missing.text").step("returns.title", () -> getUI().ifPresent(ui -> ui.navigate("returns"))));
        }
    }

    private void show(Return r) {
        setTitle(Texts.of("returns.one.number", r.number()));
        setBadges(ReturnTexts.badge(r.state()));
        setFacts(facts(r));
        // the echo of one's own action must not swap the buttons under the pointer
        if (!r.equals(shown)) {
            actions.show(r);
            shown = r;
        }
        Div main = new Div(Panels.section("returns.lines", new ReturnLines(r, reasons.list(actor), names())));
        if (r.settlement() != null) {
            Div settled = settlement(r.settlement());
            if (actor.may(OrderQueries.READ)) {
                settled.add(new CreditNotesBlock(credits, actor, background, r.id(), this::reload));
            }
            main.add(Panels.section("returns.settlement", settled));
        }
        main.add(Panels.section("returns.timeline", timeline()));
        content.removeAll();
        content.add(main, side(r));
    }

    private Map<Long, String> names() {
        List<Location> all = actor.may(Stock.READ) ? locations.list(actor) : locations.active();
        return all.stream().collect(Collectors.toMap(Location::id, Location::name));
    }

    private static Component facts(Return r) {
        return new Facts().inline().add("returns.kind", Texts.of("returns.kind", r.kind())).add("returns.order", new Anchor("order/" + r.orderId(), r.orderNumber()))
                .add("returns.customer", r.customerName()).add("returns.wanted", Texts.of("returns.outcome", r.wanted())).add("returns.created", Formats.current().dateTime(r.createdAt()));
    }

    private Div side(Return r) {
        Facts facts = new Facts().add("returns.created-by", Texts.actor(r.createdBy())).add("returns.note", r.note()).add("returns.override", r.overrideReason()).add("returns.decided-by", Texts.actor(r.decidedBy()))
                .add("returns.reason", r.decisionReason()).add("returns.carrier", r.carrier()).add("returns.tracking", r.trackingNumber());
        Div side = new Div(Panels.section("returns.facts", facts));
        if (actor.may(OrderQueries.READ)) {
            side.add(Panels.section("returns.photos", new PhotosBlock(photos, files, actor, r.id())));
        }
        return side;
    }

    private static Div settlement(Return.Settlement s) {
        Formats f = Formats.current();
        Facts facts = new Facts().inline().add("returns.outcome", Texts.of("returns.outcome", s.outcome())).add("returns.settled-by", Texts.actor(s.by()));
        if (s.newOrderId() != null) {
            facts.add("returns.new-order", new Anchor("order/" + s.newOrderId(), s.newOrderNumber()));
        }
        facts.add("returns.note", s.note());
        Div all = new Div(facts);
        all.addClassName("return-rows");
        if (s.outcome().credits()) {
            all.add(new MoneyBlock().show(s));
        }
        s.steps().forEach(step -> {
            Span what = new Span(Texts.of("returns.step.kind", step.kind()) + (step.amount() == null ? "" : " " + f.money(step.amount()))
                    + (step.byHand() && step.kind() == Return.Step.Kind.REFUND ? " · " + Texts.of("returns.by-hand") : ""));
            what.addClassName("grow");
            Div row = new Div(what, ReturnTexts.badge(step.state()));
            row.addClassName("return-row");
            if (step.problem() != null) {
                Span why = new Span(Texts.of(step.problem()));
                why.addClassName("muted");
                row.add(why);
            }
            all.add(row);
        });
        return all;
    }

    private Div timeline() {
        TextField remark = new TextField();
        remark.setPlaceholder(Texts.of("returns.comment.hint"));
        remark.setAriaLabel(Texts.of("returns.comment"));
        remark.setMaxLength(2000);
        remark.setWidthFull();
        Button send = new Button(Texts.of("returns.comment"), e -> {
            if (!remark.isEmpty() && Toast.guard(() -> desk.comment(actor, id, remark.getValue()))) {
                reload();
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div row = new Div(remark, send);
        row.addClassName("return-remark");
        Timeline timeline = new Timeline();
        List<Timeline.Entry> entries = new ArrayList<>(returns.timeline(actor, id).stream().map(e -> new Timeline.Entry(e.at(), e.who(),
                text(e))).toList());
        Collections.reverse(entries);
        timeline.setEntries(entries);
        return new Div(row, timeline);
    }

    private static String text(Returns.Entry e) {
        if (e.what().equals("comment")) {
            return e.note();
        }
        String note = e.what().equals("inspected") && e.note() != null
                ? Stream.of(e.note().split(", ")).map(d -> Texts.orElse("returns.disposition." + d.toLowerCase(Locale.ROOT), d)).collect(Collectors.joining(", ")) : e.note();
        return Texts.orElse("returns.timeline." + e.what(), e.what()) + (note == null ? "" : ": " + note);
    }
}
