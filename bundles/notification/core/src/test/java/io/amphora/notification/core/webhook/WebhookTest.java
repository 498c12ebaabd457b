package io.amphora.notification.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import io.amphora.notification.core.ManualClock;
import io.amphora.notification.core.World;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.platform.test.TurnedSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class WebhookTest {
    private static final Actor BY = Actor.system("test");
    private static final String BODY = "{\"type\":\"order.shipped\",\"data\":{\"number\":\"单号 5\"}}";

    private final Map<String, String> received = new HashMap<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer receiver;
    private JpaWebhooks webhooks;
    private WebhookTransport transport;

    @BeforeEach
    void setUp() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            synchronized (received) {
                exchange.getRequestHeaders().forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.get(0)));
                received.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private static List<String> kept(TestDatabase db) {
        return db.tx("notification").call(em -> WebhookEntity.all(em).stream().map(WebhookEntity::secret).toList());
    }

    @TestTemplate
    void secretsAreNeverKeptInPlainTextAndThoseOfBeforeAreSealedAtStart(TestDatabase db) throws Exception {
        Webhooks.Made made = hook(db);
        assertThat(kept(db)).allMatch(s -> s.startsWith("sealed:") && !s.contains("whsec_"));
        db.tx("notification").callWithRetry(em -> {
            WebhookEntity.all(em).forEach(h -> h.signsWith(made.secret()));
            return null;
        });
        new HookSecrets(db.tx("notification"), new TurnedSecrets());
        assertThat(kept(db)).allMatch(s -> s.startsWith("sealed:") && !s.contains("whsec_"));
        transport.send(message(made.webhook()));
        assertThat(received.get("webhook-signature")).isEqualTo(Signature.of(made.secret(), received.get("webhook-id"), Long.parseLong(received.get("webhook-timestamp")), BODY));

        db.tx("notification").callWithRetry(em -> {
            WebhookEntity.all(em).forEach(h -> h.signsWith("sealed:other"));
            return null;
        });
        assertThatThrownBy(() -> transport.send(message(made.webhook()))).isInstanceOf(TransportException.class).hasMessageContaining("renew");
    }

    private Webhooks.Made hook(TestDatabase db) {
        db.clear();
        ManualClock clock = new ManualClock(World.THEN);
        HookSecrets secrets = new HookSecrets(db.tx("notification"), new TurnedSecrets());
        HookTargets targets = new HookTargets(List.of("127.0.0.1"));
        webhooks = new JpaWebhooks(db.tx("notification"), db.outbox(), clock, secrets, targets);
        transport = new WebhookTransport(db.tx("notification"), clock, secrets, targets);
        return webhooks.create(BY, "ERP", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in", Set.of(Occasion.ORDER_SHIPPED));
    }

    private static OutgoingMessage message(Webhook hook) {
        Recipient to = new Recipient(Recipient.Kind.WEBHOOK, String.valueOf(hook.id()), hook.name(), hook.url());
        return new OutgoingMessage(42, "order.shipped", to, Locale.ENGLISH, "s", BODY, null, null, World.THEN);
    }

    @TestTemplate
    void receiverCanProveWhoSentIt(TestDatabase db) throws Exception {
        Webhooks.Made made = hook(db);

        transport.send(message(made.webhook()));

        assertThat(received).containsEntry("webhook-id", "msg_42").containsEntry("webhook-timestamp", String.valueOf(World.THEN.getEpochSecond())).containsEntry("body", BODY)
                .containsEntry("content-type", "application/json");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(made.secret().substring("whsec_".length())), "HmacSHA256"));
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(("msg_42." + World.THEN.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8)));
        assertThat(received.get("webhook-signature")).isEqualTo("v1," + expected);
    }

    @TestTemplate
    void ownNetworkIsNotToldUnlessAnAdminAllowsIt(TestDatabase db) {
        Webhook made = hook(db).webhook();
        HookTargets strict = new HookTargets(List.of());
        HookSecrets secrets = new HookSecrets(db.tx("notification"), new TurnedSecrets());
        ManualClock clock = new ManualClock(World.THEN);
        WebhookTransport careful = new WebhookTransport(db.tx("notification"), clock, secrets, strict);

        // saved while it was allowed, or a name that stood for another address then
        assertThatThrownBy(() -> careful.send(message(made))).isInstanceOf(TransportException.class).hasMessageContaining("127.0.0.1");
        assertThat(received).isEmpty();
        JpaWebhooks fresh = new JpaWebhooks(db.tx("notification"), db.outbox(), clock, secrets, strict);
        assertThatThrownBy(() -> fresh.create(BY, " ", made.url(), Set.of())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("name", "url", "occasions"));
        assertThatThrownBy(() -> fresh.change(BY, made.id(), made.version(), "ERP", "http://localhost/x", Set.of(Occasion.ORDER_SHIPPED), true)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @Test
    void knowsTheOwnNetworkHoweverItIsWritten() throws Exception {
        HookTargets strict = new HookTargets(List.of("erp.local, 10.1.2.3"));
        for (String inside : List.of("127.0.0.1", "localhost", "2130706433", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "[::1]", "[::]",
                "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]")) {
            assertThat(strict.internal(URI.create("http://" + inside + ":8080/x"))).as(inside).isPresent();
        }
        for (String outside : List.of("93.184.216.34", "[2606:2800:220:1::1]", "8.8.8.8", "172.32.0.1", "10.1.2.3", "erp.local")) {
            assertThat(strict.internal(URI.create("https://" + outside + "/x"))).as(outside).isEmpty();
        }
        assertThat(new HookTargets(List.of("*")).internal(URI.create("http://127.0.0.1/"))).isEmpty();
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void signsAsTheSpecificationShows() {
        assertThat(Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @TestTemplate
    void anyAnswerButSuccessIsTriedAgainExceptGone(TestDatabase db) {
        Webhook hook = hook(db).webhook();
        for (int refused : new int[] {302, 400, 500}) {
            status.set(refused);
            assertThatThrownBy(() -> transport.send(message(hook))).hasMessage("answered " + refused).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isFalse());
        }
        status.set(410);
        assertThatThrownBy(() -> transport.send(message(hook))).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isTrue());
        webhooks.delete(BY, hook.id(), hook.version());
        assertThatThrownBy(() -> transport.send(message(hook))).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isTrue());
    }

    @TestTemplate
    void checksAllAndKeepsVersions(TestDatabase db) {
        Webhooks.Made made = hook(db);
        assertThatThrownBy(() -> webhooks.create(BY, "", "ftp://x", Set.of())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("name", "url", "occasions"));
        assertThatThrownBy(() -> webhooks.create(BY, "a", "https://user:pw@host/", Set.of(Occasion.STOCK_LOW))).isInstanceOf(AmphoraException.Invalid.class);
        Webhook changed = webhooks.change(BY, made.webhook().id(), made.webhook().version(), "ERP 2", "https://erp.example.com/", Set.of(Occasion.STOCK_LOW), false);
        assertThat(changed.active()).isFalse();
        assertThatThrownBy(() -> webhooks.renewSecret(BY, changed.id(), made.webhook().version())).isInstanceOf(AmphoraException.Stale.class);
        assertThat(webhooks.renewSecret(BY, changed.id(), changed.version()).secret()).startsWith("whsec_").isNotEqualTo(made.secret());
        assertThat(webhooks.list(BY)).extracting(Webhook::name).containsExactly("ERP 2");
        assertThatThrownBy(() -> webhooks.list(new Actor("x", "x", Set.of("notification.read")))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(db.events()).noneMatch(e -> e.payload().contains("whsec_"));
    }
}
