package io.amphora.fulfilment.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingStage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TrackingPageTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");

    private static TrackedOrder order(boolean cancelled, TrackedOrder.Parcel... parcels) {
        return new TrackedOrder("A-7", Map.of(TrackingStage.ORDERED, AT, TrackingStage.HANDLED, AT), cancelled, List.of(parcels));
    }

    @Test
    void showsAllStagesInOrderAndMarksTheCurrentOne() {
        String page = TrackingPage.of(order(false), Locale.ENGLISH, ZONE);

        assertThat(page).containsSubsequence("<h1>Order A-7", "Ordered", "aria-current=\"step\"><b>Handled", "<b>Shipped", "Not yet", "<b>In transit", "<b>Signed for");
        assertThat(page).contains("<time datetime=\"2026-05-01T08:00:00Z\">May 1, 2026, 10:00").containsPattern("10:00\\hAM CEST</time>").doesNotContain("cancelled");
    }

    @Test
    void speaksChinese() {
        assertThat(TrackingPage.of(order(false), Locale.SIMPLIFIED_CHINESE, ZONE)).contains("lang=\"zh-CN\"", "订单 A-7", "已处理", "2026年5月1日", "lang=en");
        assertThat(TrackingPage.missing(Locale.SIMPLIFIED_CHINESE)).contains("此链接无效");
    }

    @Test
    void cancelledOrderPromisesNothingMore() {
        assertThat(TrackingPage.of(order(true), Locale.ENGLISH, ZONE)).contains("This order was cancelled", "Handled").doesNotContain("Signed for");
    }

    @Test
    void saysSoIfOnlyAPartHasLeft() {
        TrackedOrder part = new TrackedOrder("A-7", Map.of(TrackingStage.ORDERED, AT, TrackingStage.SHIPPED, AT), false, true, List.of(), null);

        assertThat(TrackingPage.of(part, Locale.ENGLISH, ZONE)).contains("aria-current=\"step\"><b>Partly shipped: the rest follows</b>");
    }

    @Test
    void saysSoIfAParcelWillNotArrive() {
        assertThat(TrackingPage.of(order(false, new TrackedOrder.Parcel("Sim", "T2", AT, null, true)), Locale.ENGLISH, ZONE)).contains("Did not arrive").doesNotContain("Sent May");
    }

    @Test
    void whatTheCarrierIsCalledIsTextAndNothingElse() {
        String page = TrackingPage.of(order(false, new TrackedOrder.Parcel("<script>alert(1)</script>", "\"><b>{0}", AT, null), new TrackedOrder.Parcel(null, null, AT, AT)), Locale.ENGLISH, ZONE);

        assertThat(page).contains("&lt;script&gt;", "&quot;&gt;&lt;b&gt;{0}", "Parcel 2", "Delivered May 1, 2026").doesNotContain("<script");
    }

    @Test
    void bothLanguagesHaveAllTexts() throws IOException {
        assertThat(texts("tracking_zh").keySet()).isEqualTo(texts("tracking").keySet());
    }

    private static Properties texts(String name) throws IOException {
        try (Reader in = new InputStreamReader(TrackingPageTest.class.getResourceAsStream("/i18n/" + name + ".properties"), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return texts;
        }
    }
}
