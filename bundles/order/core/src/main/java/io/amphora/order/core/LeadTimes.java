package io.amphora.order.core;

import io.amphora.order.api.Promise;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In how many days stock that is short usually comes, and what is promised of it; read anew every few seconds, as orders must not wait for it. */
@Component(service = LeadTimes.class)
public final class LeadTimes {
    static final String SETTING = "order.backorder.lead-days";
    static final int USUAL = 14;
    static final int MOST = 730;
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(3);

    private record Read(Integer all, Map<String, Integer> products, long at) {
    }

    private final Tx tx;
    private final Settings settings;
    private final Today today;
    private final LongSupplier nanos = System::nanoTime;
    private volatile Read last;

    @Activate
    public LeadTimes(@Reference(target = "(domain=order)") Tx tx, @Reference Settings settings, @Reference Today today) {
        this.tx = tx;
        this.settings = settings;
        this.today = today;
    }

    /** The line waits for stock: the day on which that can be expected is promised, unless a later one was. What was promised first stays. */
    void promise(OrderEntity order, OrderLineEntity line) {
        Read now = now();
        Integer days = now.products().getOrDefault(line.sku(), now.all());
        if (days == null) {
            return;
        }
        LocalDate day = today.now().plusDays(days);
        LocalDate wished = order.wishedDate();
        LocalDate expected = wished != null && wished.isAfter(day) ? wished : day;
        Promise before = line.promise().made() ? line.promise() : order.promise();
        if (!before.made() || before.current().isBefore(expected)) {
            line.promise(before.to(expected));
        }
    }

    private Read now() {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = new Read(all(), products(), now);
            last = r;
        }
        return r;
    }

    /** Of products that say nothing; null: nothing is promised by itself. */
    Integer all() {
        String text = settings.get(Settings.INSTALLATION, SETTING).map(String::strip).orElse(Integer.toString(USUAL));
        return text.isEmpty() ? null : text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : Integer.valueOf(USUAL);
    }

    Map<String, Integer> products() {
        return tx.call(em -> Sql.of("select t.sku, t.days from order_lead_time t").rows(em).stream()
                .collect(Collectors.toMap(c -> (String) c[0], c -> (int) OrderRows.number(c[1]), (a, b) -> a, TreeMap::new)));
    }

    void set(String sku, Integer days) {
        if (sku == null) {
            settings.put(Settings.INSTALLATION, SETTING, days == null ? "" : days.toString());
        } else {
            tx.callWithRetry(em -> {
                Sql.of("delete from order_lead_time where sku = ?", sku).update(em);
                return days == null ? 0 : Sql.of("insert into order_lead_time (sku, days) values (?, ?)", sku, days).update(em);
            });
        }
        last = null;
    }
}
