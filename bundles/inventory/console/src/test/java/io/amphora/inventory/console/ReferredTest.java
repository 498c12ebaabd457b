package io.amphora.inventory.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.console.api.ReferenceNames;
import io.amphora.inventory.api.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferredTest {
    private final List<Collection<String>> asked = new ArrayList<>();
    private final Referred referred = new Referred(List.of(new ReferenceNames() {
        @Override
        public String kind() {
            return "order";
        }

        @Override
        public Map<String, String> names(Actor actor, Collection<String> ids) {
            asked.add(ids);
            return ids.contains("7") ? Map.of("7", "A-1007") : Map.of();
        }

        @Override
        public String path(String id) {
            return "order/" + id;
        }
    }), new Actor("wang", "Wang", Set.of()));

    private static Movement to(long id, String reference) {
        return new Movement(id, Instant.EPOCH, "wang", "S-1", 1, Movement.Kind.ADJUST, BigDecimal.ONE, BigDecimal.ONE, null, reference);
    }

    @Test
    void showsNumbersThatLeadThereAndLeavesTheRestAsItIs() {
        referred.named(new Page<>(List.of(to(1, "order:7"), to(2, "order:8"), to(3, "PO 4711"), to(4, null), to(5, "order:7")), null));

        assertThat(asked).containsExactly(List.of("7", "8"));
        assertThat(((Anchor) referred.show(to(1, "order:7"))).getText()).isEqualTo("A-1007");
        assertThat(((Anchor) referred.show(to(1, "order:7"))).getHref()).isEqualTo("order/7");
        assertThat(((Span) referred.show(to(2, "order:8"))).getText()).isEqualTo("order:8");
        assertThat(((Span) referred.show(to(3, "PO 4711"))).getText()).isEqualTo("PO 4711");
        assertThat(((Span) referred.show(to(4, null))).getText()).isEmpty();
    }
}
