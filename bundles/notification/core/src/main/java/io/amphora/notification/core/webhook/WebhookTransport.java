package io.amphora.notification.core.webhook;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.TransportException;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.platform.api.Tx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells machines by HTTP. Follows no redirects: the message is for the address that was given. */
@Component(property = {MessageTransport.PROPERTY_ID + "=" + MessageTransport.WEBHOOK, MessageTransport.PROPERTY_REACHES + "=WEBHOOK"})
public final class WebhookTransport implements MessageTransport {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int GONE = 410;

    private final Tx tx;
    private final Clock clock;
    private final HookSecrets secrets;
    private final HookTargets targets;
    private final PinnedPost direct;
    private final HttpClient proxied = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

    @Activate
    public WebhookTransport(@Reference(target = "(domain=notification)") Tx tx, @Reference Clock clock, @Reference HookSecrets secrets, @Reference HookTargets targets) {
        this(tx, clock, secrets, targets, new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), CONNECT, ANSWER));
    }

    WebhookTransport(Tx tx, Clock clock, HookSecrets secrets, HookTargets targets, PinnedPost direct) {
        this.direct = direct;
        this.tx = tx;
        this.clock = clock;
        this.secrets = secrets;
        this.targets = targets;
    }

    @Override
    public String title(Locale locale) {
        return "Webhook";
    }

    @Override
    public Duration timeout() {
        return ANSWER.plus(CONNECT).plus(CONNECT);
    }

    @Override
    public void send(OutgoingMessage message) throws TransportException {
        WebhookEntity hook = tx.call(em -> em.find(WebhookEntity.class, Long.valueOf(message.to().id())));
        if (hook == null) {
            throw new TransportException("the webhook was deleted", true);
        }
        int status = post(hook, message);
        if (status < 200 || status > 299) {
            throw new TransportException("answered " + status, status == GONE);
        }
    }

    private int post(WebhookEntity hook, OutgoingMessage message) throws TransportException {
        URI address = URI.create(hook.recipient().address());
        List<InetAddress> looked = targets.require(address);
        String id = "msg_" + message.id();
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Amphora");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put("webhook-signature", Signature.of(secrets.of(hook), id, timestamp, message.text()));
        try {
            return isProxied(address) ? viaProxy(address, headers, message.text()) : direct.send(address, looked, headers, message.text());
        } catch (IOException e) {
            throw new TransportException(e.getMessage() == null ? e.toString() : e.getMessage(), false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted", false, e);
        }
    }

    /** Whether this JVM is told to reach it by a proxy, which looks the name up itself and is where its own rules hold. */
    private static boolean isProxied(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector != null && selector.select(address).stream().findFirst().filter(p -> p.type() == Proxy.Type.HTTP).isPresent();
    }

    private int viaProxy(URI address, Map<String, String> headers, String text) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER).POST(HttpRequest.BodyPublishers.ofString(text));
        headers.forEach(request::header);
        return proxied.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
