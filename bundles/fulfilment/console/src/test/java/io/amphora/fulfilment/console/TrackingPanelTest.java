package io.amphora.fulfilment.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.amphora.common.Actor;
import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingLinks;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackingPanelTest {
    /** Links in memory. */
    private static final class Memory implements TrackingLinks {
        private TrackingLink link;

        @Override
        public Optional<TrackingLink> find(Actor by, long orderId) {
            return Optional.ofNullable(link);
        }

        @Override
        public TrackingLink share(Actor by, long orderId) {
            link = new TrackingLink(orderId, "/track/abc", Instant.EPOCH, by.name());
            return link;
        }

        @Override
        public void revoke(Actor by, long orderId) {
            link = null;
        }

        @Override
        public Optional<TrackedOrder> open(String token) {
            return Optional.empty();
        }
    }

    private final Memory links = new Memory();

    @BeforeEach
    void setUp() {
        MockVaadin.setup(new Routes());
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private void open(String... permissions) {
        UI.getCurrent().add(new TrackingPanel(links).create(new Actor("siri", "Siri", Set.of(permissions)), "7"));
    }

    @Test
    void makesALinkAndTakesItBack() {
        open("order.read", "order.share");

        _click(_get(Button.class, spec -> spec.withId("share-tracking")));
        assertThat(_get(Anchor.class, spec -> spec.withId("tracking-link")).getHref()).isEqualTo("/track/abc");

        _click(_get(Button.class, spec -> spec.withId("revoke-tracking")));
        _assertNone(Anchor.class);
        assertThat(links.link).isNull();
    }

    @Test
    void offersNothingToThoseWhoMayOnlyLook() {
        links.share(Actor.system("test"), 7);

        open("order.read");

        _assertOne(Anchor.class);
        _assertNone(Button.class);
    }

    @Test
    void bothLanguagesHaveAllTexts() throws IOException {
        assertThat(texts("fulfilment-console_zh").keySet()).isEqualTo(texts("fulfilment-console").keySet());
    }

    private static Properties texts(String name) throws IOException {
        try (Reader in = new InputStreamReader(TrackingPanelTest.class.getResourceAsStream("/i18n/" + name + ".properties"), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return texts;
        }
    }
}
