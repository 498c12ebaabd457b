package io.amphora.notification.core.webhook;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.TransportException;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.platform.api.Tx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
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
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

    @Activate
    public WebhookTransport(@Reference(target = "(domain=notification)") Tx tx, @Reference Clock clock, @Reference HookSecrets secrets, @Reference HookTargets targets) {
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
        targets.require(address);
        String id = "msg_" + message.id();
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).header("Content-Type", "application/json").header("User-Agent", "Amphora")
                .header("webhook-id", id).header("webhook-timestamp", String.valueOf(timestamp)).header("webhook-signature", Signature.of(secrets.of(hook), id, timestamp, message.text()))
                .POST(HttpRequest.BodyPublishers.ofString(message.text())).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new TransportException(e.getMessage() == null ? e.toString() : e.getMessage(), false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted", false, e);
        }
    }
}
