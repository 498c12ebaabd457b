package io.amphora.console.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final Actor FINN = new Actor("finn", "Finn", Set.of("payment.read"));

    private record Panel(String page, int order, String permission, Supplier<Component> body) implements PagePanel {
        @Override
        public Place place() {
            return Place.MAIN;
        }

        @Override
        public String title() {
            return "panel." + order;
        }

        @Override
        public Component create(Actor actor, String key) {
            return body.get();
        }
    }

    @BeforeEach
    void setUp() {
        MockVaadin.setup(new Routes());
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static List<String> titles(PagePanel... panels) {
        return Panels.of(List.of(panels), "order", PagePanel.Place.MAIN, FINN, "7").stream().map(c -> c.getElement().getTextRecursively()).toList();
    }

    @Test
    void showsInOrderWhatTheActorMaySee() {
        assertThat(titles(new Panel("order", 20, "payment.read", () -> new Span("b")), new Panel("order", 10, "", () -> new Span("a")),
                new Panel("order", 5, "payment.refund", () -> new Span("no")), new Panel("customer", 1, "", () -> new Span("no")))).containsExactly("!panel.10a", "!panel.20b");
    }

    @Test
    void leavesOutWhatHasNothingToShow() {
        assertThat(titles(new Panel("order", 1, "", () -> null))).isEmpty();
    }

    @Test
    void showsAPanelThatThrowsAsFailed() {
        assertThat(titles(new Panel("order", 1, "", () -> {
            throw new IllegalStateException("broken");
        }), new Panel("order", 2, "", () -> new Span("fine")))).hasSize(2).first().asString().contains("panel-failed");
    }
}
