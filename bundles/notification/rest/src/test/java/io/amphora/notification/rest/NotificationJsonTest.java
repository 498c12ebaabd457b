package io.amphora.notification.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Webhook;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationJsonTest {
    @Test
    void namesAllUnknownOccasionsAtOnce() {
        assertThat(Names.occasions(List.of("order.shipped", "stock.low"))).containsExactlyInAnyOrder(Occasion.ORDER_SHIPPED, Occasion.STOCK_LOW);
        assertThat(Names.occasions(null)).isEmpty();
        assertThatThrownBy(() -> Names.occasions(List.of("order.lost", "order.shipped", "order.found"))).isInstanceOf(AmphoraException.Invalid.class)
                .hasMessage("occasions: there is no order.found, order.lost");
        assertThat(Names.constant(Audience.class, "audience", "customer")).isEqualTo(Audience.CUSTOMER);
        assertThatThrownBy(() -> Names.constant(Audience.class, "audience", null)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @Test
    void readsQuietHoursStrictly() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Asia/Shanghai"));
        assertThat(new QuietHoursJson("22:00", "07:00", "Asia/Shanghai").toHours()).isEqualTo(night);
        assertThat(QuietHoursJson.of(night)).isEqualTo(new QuietHoursJson("22:00", "07:00", "Asia/Shanghai"));
        assertThat(new QuietHoursJson(null, "", null).toHours()).isEqualTo(QuietHours.NONE);
        assertThatThrownBy(() -> new QuietHoursJson("25:00", "07:00", "Asia/Shanghai").toHours()).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> new QuietHoursJson("22:00", "07:00", "Middle/Earth").toHours()).isInstanceOf(AmphoraException.Invalid.class);
    }

    @Test
    void webhooksShowNoSecretLater() {
        Webhook hook = new Webhook(1, "ERP", "https://erp.example.com/", Set.of(Occasion.STOCK_LOW, Occasion.ORDER_SHIPPED), true, Instant.EPOCH, 3);
        assertThat(WebhookJson.of(hook).secret()).isNull();
        assertThat(WebhookJson.of(hook).occasions()).containsExactly("order.shipped", "stock.low");
    }
}
