package io.amphora.notification.core.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.test.MessageTransportContract;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E-mail through a real SMTP server. */
class SmtpTransportContractTest extends MessageTransportContract {
    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("orders@example.com", "amphora", "secret"));

    private static MessageTransport at(int port) {
        Map<String, Object> values = Map.of("host", "127.0.0.1", "port", port, "user", "amphora", "password", "secret", "tls", "none", "from", "Amphora Shop <orders@example.com>");
        try {
            return new SmtpTransport((SmtpTransport.Server) Proxy.newProxyInstance(SmtpTransport.class.getClassLoader(), new Class<?>[] {SmtpTransport.Server.class},
                    (proxy, method, args) -> values.get(method.getName())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected MessageTransport transport() {
        return at(MAIL.getSmtp().getPort());
    }

    @Override
    protected Recipient recipient() {
        return new Recipient(Recipient.Kind.CUSTOMER, "7", "李梅", "lee@example.com");
    }

    @Override
    protected Silence silence() {
        return new Silence(at(1), recipient());
    }

    @Override
    protected int received() {
        return MAIL.getReceivedMessages().length;
    }
}
