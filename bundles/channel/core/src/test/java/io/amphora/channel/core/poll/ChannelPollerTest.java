package io.amphora.channel.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amphora.channel.api.ChannelException;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.api.SalesChannel;
import io.amphora.channel.core.store.ChannelEntities;
import io.amphora.channel.core.store.InboxRows;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(ChannelEntities.class)
class ChannelPollerTest {
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final Channels channels = new Channels();
    private ChannelPoller poller;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        poller = new ChannelPoller(channels, new RecordingInbox(), db.tx("channel"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        poller.stop();
    }

    @TestTemplate
    void bringsOrdersInAndTellsTheChannelWhenTheyAreSafe() {
        List<String> accepted = Collections.synchronizedList(new ArrayList<>());
        add("good", () -> new TestChannel() {
            @Override
            public List<IncomingOrder> fetch(int max) {
                return accepted.isEmpty() ? List.of(order("1"), order("2")) : List.of();
            }

            @Override
            public void accepted(List<IncomingOrder> orders) {
                orders.forEach(o -> accepted.add(o.externalId()));
            }
        });

        await().until(() -> accepted.size() == 2);
        assertThat(received).containsExactly("good 1", "good 2");
        await().untilAsserted(() -> assertThat(info("good")).satisfies(i -> {
            assertThat(i.present()).isTrue();
            assertThat(i.title()).isEqualTo("Test");
            assertThat(i.lastError()).isNull();
        }));
    }

    @TestTemplate
    void isHurtByNothingThatAChannelDoes() {
        AtomicInteger hung = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        add("constructor", () -> {
            throw new NoClassDefFoundError("missing/Class");
        });
        add("throws", () -> new TestChannel() {
            @Override
            public List<IncomingOrder> fetch(int max) throws ChannelException {
                throw new ChannelException("shop is closed", null);
            }
        });
        add("hangs", () -> new TestChannel() {
            @Override
            public List<IncomingOrder> fetch(int max) {
                hung.incrementAndGet();
                while (never.getCount() > 0) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        assertThat(e).isNotNull();
                    }
                }
                return List.of();
            }

            @Override
            public Duration timeout() {
                return Duration.ofMillis(300);
            }
        });
        AtomicInteger asked = new AtomicInteger();
        add("good", () -> new TestChannel() {
            @Override
            public List<IncomingOrder> fetch(int max) {
                asked.incrementAndGet();
                return List.of();
            }
        });

        await().until(() -> asked.get() > 3);
        await().untilAsserted(() -> {
            assertThat(info("constructor").lastError()).contains("missing/Class");
            assertThat(info("throws").lastError()).isEqualTo("shop is closed");
            assertThat(info("hangs").lastError()).isEqualTo("no answer in time");
        });
        assertThat(hung).as("asked again only when it has returned").hasValue(1);
        never.countDown();
    }

    @TestTemplate
    void remembersAChannelThatIsGone() {
        Object key = add("gone", () -> new TestChannel() {
            @Override
            public List<IncomingOrder> fetch(int max) {
                return List.of();
            }
        });
        await().until(() -> !db.tx("channel").call(InboxRows::channels).isEmpty());

        channels.remove(key);

        assertThat(info("gone")).satisfies(i -> {
            assertThat(i.present()).isFalse();
            assertThat(i.bundle()).isEqualTo("test.bundle");
            assertThat(i.title()).isEqualTo("Test");
        });
    }

    private Object add(String id, Supplier<SalesChannel> channel) {
        Object key = new Object();
        channels.add(key, id, "test.bundle", "1.0.0", channel);
        return key;
    }

    private Inbox.ChannelInfo info(String id) {
        return channels.describe(db.tx("channel").call(InboxRows::channels), Locale.ENGLISH).stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private static IncomingOrder order(String externalId) {
        return new IncomingOrder(externalId, null, null, null, null, null, null, null, null, null, null, null, null, List.of());
    }

    private abstract static class TestChannel implements SalesChannel {
        @Override
        public String title(Locale locale) {
            return "Test";
        }

        @Override
        public Duration interval() {
            return Duration.ofMillis(100);
        }
    }

    private final class RecordingInbox implements Inbox {
        @Override
        public int receive(Actor by, String channel, List<IncomingOrder> orders) {
            orders.forEach(o -> received.add(channel + " " + o.externalId()));
            return orders.size();
        }

        @Override
        public List<Entry> settled(Actor by, String channel, java.util.Collection<String> externalIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public io.amphora.channel.api.InboxRehearsal rehearse(Actor by, String channel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Entry> list(Actor by, State state, String channel, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entry mend(Actor by, long id, long version, IncomingOrder order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entry retry(Actor by, long id, long version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entry drop(Actor by, long id, long version, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int countFailed(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ChannelInfo> channels(Actor by, Locale locale) {
            throw new UnsupportedOperationException();
        }
    }
}
