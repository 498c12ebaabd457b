package io.amphora.notification.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Webhook;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NotificationJsonTest {
    @Test
    void namesAllUnknownOccasionsAtOnce() {
        Function<Set<Occasion>, Set<Occasion>> same = of -> of;
        assertThat(Names.withOccasions(List.of("order.shipped", "stock.low"), same)).containsExactlyInAnyOrder(Occasion.ORDER_SHIPPED, Occasion.STOCK_LOW);
        assertThat(Names.withOccasions(null, same)).isEmpty();
        assertThatThrownBy(() -> Names.withOccasions(List.of("order.lost", "order.shipped", "order.found"), of -> {
            throw new AmphoraException.Invalid(List.of(Problem.of("url", "webhook.url", "is none"), Problem.of("occasions", "required", "must not be empty")));
        })).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> {
            assertThat(e.problems()).extracting(Problem::field).containsExactly("url", "occasions");
            assertThat(e.problems().get(1).message()).startsWith("there is no order.found, order.lost; there are: ").contains("stock.low");
        });
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
    void namesAllThatIsWrongWithQuietHours() {
        assertThatThrownBy(() -> new QuietHoursJson("25:00", " ", "Middle/Earth").toHours()).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("from", "zone", "to"));
    }

    @Test
    void webhooksShowNoSecretLater() {
        Webhook hook = new Webhook(1, "ERP", "https://erp.example.com/", Set.of(Occasion.STOCK_LOW, Occasion.ORDER_SHIPPED), true, Instant.EPOCH, 3);
        assertThat(WebhookJson.of(hook).secret()).isNull();
        assertThat(WebhookJson.of(hook).occasions()).containsExactly("order.shipped", "stock.low");
    }
}
