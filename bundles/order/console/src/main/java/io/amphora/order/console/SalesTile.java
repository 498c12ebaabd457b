package io.amphora.order.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import io.amphora.common.Actor;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.runtime.chart.EChart;
import io.amphora.order.api.SalesFacts;
import io.amphora.order.api.SalesFacts.Dimension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Sales per day of the last thirty days; a click on a day opens its orders. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class SalesTile implements HomeTile {
    private static final int DAYS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SalesFacts facts;
    private final Clock clock;

    @Activate
    public SalesTile(@Reference SalesFacts facts, @Reference Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public int width() {
        return 8;
    }

    @Override
    public String permission() {
        return "report.read";
    }

    @Override
    public Component create(Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        List<SalesFacts.Sum> sums = facts.sums(actor, List.of(Dimension.CURRENCY, Dimension.DAY),
                new SalesFacts.Filter(first.atStartOfDay().toInstant(ZoneOffset.UTC), null, null, null, null, null, null), 0);
        Div tile = new Div(new H2(Texts.of("order.tile.sales")));
        OrderStyles.on(tile);
        String currency = mainCurrency(sums);
        if (currency == null) {
            Paragraph none = new Paragraph(Texts.of("order.tile.sales.none"));
            none.addClassName("muted");
            tile.add(none);
            return tile;
        }
        tile.add(chart(byDay(sums, currency, first), currency));
        return tile;
    }

    private static String mainCurrency(List<SalesFacts.Sum> sums) {
        Map<String, Long> orders = new TreeMap<>();
        sums.forEach(s -> orders.merge(s.keys().get(0), s.orders(), Long::sum));
        return orders.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    private static Map<LocalDate, BigDecimal> byDay(List<SalesFacts.Sum> sums, String currency, LocalDate first) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int i = 0; i < DAYS; i++) {
            days.put(first.plusDays(i), BigDecimal.ZERO);
        }
        sums.stream().filter(s -> s.keys().get(0).equals(currency)).forEach(s -> days.put(LocalDate.parse(s.keys().get(1)), s.amount()));
        return days;
    }

    private static EChart chart(Map<LocalDate, BigDecimal> days, String currency) {
        ObjectNode option = JSON.createObjectNode();
        option.putObject("grid").put("left", 8).put("right", 8).put("top", 16).put("bottom", 8).put("containLabel", true);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        ObjectNode y = option.putObject("yAxis").put("type", "value");
        y.put("splitNumber", 4);
        ObjectNode bar = option.putArray("series").addObject().put("type", "bar").put("name", Texts.of("order.tile.sales"));
        Formats formats = Formats.current();
        var labels = x.putArray("data");
        var data = bar.putArray("data");
        days.forEach((day, amount) -> {
            labels.add(formats.date(day));
            data.add(amount);
        });
        EChart chart = new EChart(option.toString());
        chart.setNumberFormat(currency);
        chart.setAriaLabel(Texts.of("order.tile.sales"));
        List<LocalDate> order = List.copyOf(days.keySet());
        chart.addClickListener(e -> {
            if (e.dataIndex() >= 0 && e.dataIndex() < order.size()) {
                LocalDate day = order.get(e.dataIndex());
                QueryParameters rows = QueryParameters.simple(Map.of("from", day.toString(), "to", day.toString()));
                chart.getUI().ifPresent(ui -> ui.navigate("orders", rows));
            }
        });
        return chart;
    }
}
