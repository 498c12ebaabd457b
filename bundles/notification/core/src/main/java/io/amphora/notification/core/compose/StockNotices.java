package io.amphora.notification.core.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Actor;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.text.JpaTemplates;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes messages about stock that is low after it moved, once a day for a product at a location. */
@Component
public final class StockNotices implements EventListener {
    private static final Actor BY = Actor.system("notification");
    private static final Occasion LOW = Occasion.STOCK_LOW;
    private static final int AT_ONCE = 200;

    private final Directory directory;
    private final Installation installation;
    private final JpaTemplates templates;
    private final Outgoing outgoing;
    private final Stock stock;
    private final Locations locations;

    @Activate
    public StockNotices(@Reference Directory directory, @Reference Installation installation, @Reference JpaTemplates templates, @Reference Outgoing outgoing, @Reference Stock stock,
            @Reference Locations locations) {
        this.directory = directory;
        this.installation = installation;
        this.templates = templates;
        this.outgoing = outgoing;
        this.stock = stock;
        this.locations = locations;
    }

    @Override
    public String id() {
        return "notification.stock";
    }

    @Override
    public List<String> topics() {
        return List.of("stock.changed");
    }

    @Override
    public void on(List<Event> events) {
        Directory.Snapshot who = directory.now();
        if (who.staff(LOW).isEmpty() && who.webhooks(LOW).isEmpty()) {
            return;
        }
        Map<String, Instant> moved = new TreeMap<>();
        events.forEach(e -> moved.put(e.key(), e.at()));
        List<String> skus = new ArrayList<>(moved.keySet());
        for (int from = 0; from < skus.size(); from += AT_ONCE) {
            List<StockLevel> low = stock.levels(BY, skus.subList(from, Math.min(from + AT_ONCE, skus.size()))).stream().filter(StockNotices::low).toList();
            outgoing.keep(write(who, low, moved));
        }
    }

    /** As the list of low stock has it. */
    private static boolean low(StockLevel level) {
        return level.available().compareTo(level.safety()) <= 0;
    }

    private List<Draft> write(Directory.Snapshot who, List<StockLevel> low, Map<String, Instant> moved) {
        List<Draft> drafts = new ArrayList<>();
        if (low.isEmpty()) {
            return drafts;
        }
        Installation.Values values = installation.now();
        Map<Long, String> names = locations.list(BY).stream().collect(Collectors.toMap(Location::id, Location::name));
        var changed = templates.changed();
        for (StockLevel level : low) {
            String dedup = "low:" + level.sku() + ":" + level.locationId() + ":" + LocalDate.ofInstant(moved.get(level.sku()), values.zone());
            for (Directory.Addressee a : who.staff(LOW)) {
                JpaTemplates.Text text = templates.text(changed, LOW, Audience.STAFF, a.language(), facts(level, names, values, a));
                drafts.add(outgoing.draft(dedup, LOW.id(), level.sku(), level.sku(), a.transport(), a.to(), a.language(), text.subject(), text.body(), "stock", a.quiet()));
            }
            for (Recipient hook : who.webhooks(LOW)) {
                drafts.add(outgoing.draft(dedup, LOW.id(), level.sku(), level.sku(), MessageTransport.WEBHOOK, hook, "en", LOW.id() + " " + level.sku(), json(level, moved.get(level.sku())), null,
                        QuietHours.NONE));
            }
        }
        return drafts;
    }

    private static Map<String, String> facts(StockLevel level, Map<Long, String> names, Installation.Values values, Directory.Addressee to) {
        Locale locale = Locale.forLanguageTag(to.language());
        return new HashMap<>(Map.of("recipient.name", to.to().name() == null ? "" : to.to().name(), "installation.name", values.name(), "stock.sku", level.sku(), "stock.location",
                names.getOrDefault(level.locationId(), String.valueOf(level.locationId())), "stock.available", number(level.available(), locale), "stock.on-hand",
                number(level.onHand(), locale), "stock.safety", number(level.safety(), locale), "stock.link", values.url().isEmpty() ? "" : values.url() + "/console/stock"));
    }

    private static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    private static String json(StockLevel level, Instant at) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", LOW.id()).put("timestamp", at.toString());
        json.putObject("data").put("sku", level.sku()).put("locationId", level.locationId()).put("available", level.available().toPlainString()).put("onHand", level.onHand().toPlainString())
                .put("safety", level.safety().toPlainString());
        return json.toString();
    }
}
