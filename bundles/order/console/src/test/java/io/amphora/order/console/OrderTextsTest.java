package io.amphora.order.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.console.api.kit.Filter;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTextsTest {
    private static Set<String> keys(String file) throws IOException {
        Properties p = new Properties();
        try (Reader in = new InputStreamReader(OrderTextsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            p.load(in);
        }
        return p.stringPropertyNames();
    }

    @Test
    void chineseIsComplete() throws IOException {
        assertThat(keys("order-console_zh.properties")).isEqualTo(keys("order-console.properties"));
    }

    @Test
    void everyStatusAndViewHasAName() {
        OrderMessages messages = new OrderMessages();
        for (OrderStatus s : OrderStatus.values()) {
            assertThat(messages.find("order.status." + s.name().toLowerCase(Locale.ROOT).replace('_', '-'), Locale.ENGLISH)).isNotNull();
        }
        for (HoldType h : HoldType.values()) {
            assertThat(messages.find("hold.type." + h.name().toLowerCase(Locale.ROOT), Locale.ENGLISH)).isNotNull();
        }
        OrderViews.STAGES.keySet().forEach(v -> assertThat(messages.find("order.view." + v, Locale.SIMPLIFIED_CHINESE)).isNotNull());
    }

    @Test
    void nonsenseInTheAddressIsIgnored() {
        assertThat(OrderViews.filter(new Filter("", "", Map.of("status", "NONE", "from", "soon", "customer", "x"))).statuses()).isNull();
        assertThat(OrderViews.filter(new Filter("review", "", Map.of())).statuses()).containsExactly(OrderStatus.IN_REVIEW);
    }
}
