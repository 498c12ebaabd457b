package io.amphora.channel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.amphora.channel.api.ChannelException;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.api.SalesChannel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the platform expects of every sales channel. A subclass says how to make one and how orders get to where it looks. */
public abstract class SalesChannelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The channel under test, the same one in one test; nothing waits there yet. */
    protected abstract SalesChannel channel() throws Exception;

    /** Puts orders to where the channel finds them. */
    protected abstract void offer(List<IncomingOrder> orders) throws Exception;

    @Test
    void saysWhatItIsInBothLanguages() throws Exception {
        assertThat(channel().title(Locale.ENGLISH)).isNotBlank();
        assertThat(channel().title(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        assertThat(channel().interval()).isPositive();
        assertThat(channel().timeout()).isPositive();
    }

    @Test
    void bringsNothingWhileNothingIsThere() throws Exception {
        assertThat(channel().fetch(100)).isEmpty();
    }

    @Test
    void bringsAnOrderAsItIsUntilItIsAccepted() throws Exception {
        IncomingOrder order = order("N-1");
        offer(List.of(order));

        List<IncomingOrder> first = fetched(1);
        assertThat(first).containsExactly(order);
        assertThat(channel().fetch(100)).as("a crash may have lost it: it comes again").containsExactly(order);

        channel().accepted(first);
        assertThat(channel().fetch(100)).isEmpty();
    }

    @Test
    void bringsNoMoreThanAskedForAndTheRestLater() throws Exception {
        offer(List.of(order("N-1"), order("N-2"), order("N-3")));

        List<String> seen = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            List<IncomingOrder> some = channel().fetch(2);
            assertThat(some).hasSizeLessThanOrEqualTo(2);
            some.forEach(o -> seen.add(o.externalId()));
            channel().accepted(some);
            return seen.size() >= 3;
        });
        assertThat(seen).containsExactlyInAnyOrder("N-1", "N-2", "N-3");
    }

    @Test
    void doesNotMindBeingToldOfOrdersItDoesNotKnow() throws Exception {
        SalesChannel channel = channel();

        assertThatCode(() -> channel.accepted(List.of(order("never seen")))).doesNotThrowAnyException();
        assertThatCode(() -> channel.accepted(List.of())).doesNotThrowAnyException();
    }

    private List<IncomingOrder> fetched(int atLeast) {
        List<IncomingOrder> last = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            last.clear();
            last.addAll(fetch());
            return last.size() >= atLeast;
        });
        return last;
    }

    private List<IncomingOrder> fetch() throws Exception {
        try {
            return channel().fetch(100);
        } catch (ChannelException e) {
            throw new AssertionError("fetch failed", e);
        }
    }

    /** An order with every field filled. */
    protected static IncomingOrder order(String externalId) {
        return new IncomingOrder(externalId, "K-1", "Ann \"A\" Lee, 李安", "ann@example.org", "+44 1", "1 Lane\nBack door", "Leeds", "Yorkshire", "LS1", "GB", "EUR", "PO 7", "=gift",
                List.of(new IncomingOrder.Line("NUT-1", new BigDecimal("2.5"), new BigDecimal("1.50")), new IncomingOrder.Line("BOLT", new BigDecimal("1"), null)));
    }
}
