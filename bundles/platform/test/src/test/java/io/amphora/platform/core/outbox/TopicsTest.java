package io.amphora.platform.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void matchesExactWholeDomainOrAll() {
        assertThat(new Topics(List.of("order.placed")).match("order.placed")).isTrue();
        assertThat(new Topics(List.of("order.placed")).match("order.placed.late")).isFalse();
        assertThat(new Topics(List.of("order.*")).match("order.placed")).isTrue();
        assertThat(new Topics(List.of("order.*")).match("orders.placed")).isFalse();
        assertThat(new Topics(List.of("*")).match("anything")).isTrue();
        assertThat(new Topics(List.of("a.b", "c.*")).match("c.d")).isTrue();
    }

    @Test
    void survivesTheTable() {
        Topics topics = new Topics(List.of("order.*", "stock.changed"));

        assertThat(Topics.parse(topics.toString())).isEqualTo(topics);
    }
}
