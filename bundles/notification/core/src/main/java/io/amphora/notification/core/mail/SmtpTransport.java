package io.amphora.notification.core.mail;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.TransportException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** E-mail. Not there until it is configured. One connection per mail: a server that closes idle ones cannot hurt. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {MessageTransport.PROPERTY_ID + "=" + MessageTransport.EMAIL, MessageTransport.PROPERTY_REACHES + "=PERSON,CUSTOMER"})
@Designate(ocd = SmtpTransport.Server.class)
public final class SmtpTransport implements MessageTransport {
    private static final String MILLIS = "10000";
    private static final int FOR_GOOD = 500;

    /** How to reach the mail server. */
    @ObjectClassDefinition(name = "E-mail", description = "The mail server that takes the messages of this installation")
    public @interface Server {
        @AttributeDefinition(name = "Host")
        String host();

        @AttributeDefinition(name = "Port", description = "587 for STARTTLS, 465 for TLS")
        int port() default 587;

        @AttributeDefinition(name = "User", description = "Empty: no sign-in")
        String user() default "";

        @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD)
        String password() default "";

        @AttributeDefinition(name = "Encryption", options = {@Option(label = "STARTTLS", value = "starttls"), @Option(label = "TLS", value = "tls"), @Option(label = "None", value = "none")})
        String tls() default "starttls";

        @AttributeDefinition(name = "From", description = "Shop <orders@example.com>")
        String from();
    }

    private final Server server;
    private final InternetAddress from;
    private final Session session;

    /** @throws IllegalArgumentException naming what is wrong: the component then stays away, and the log says why */
    @Activate
    public SmtpTransport(Server server) throws Exception {
        this.server = server;
        if (server.host() == null || server.host().isBlank()) {
            throw new IllegalArgumentException("host is missing");
        }
        if (!java.util.Set.of("starttls", "tls", "none").contains(server.tls())) {
            throw new IllegalArgumentException("tls must be starttls, tls or none, not " + server.tls());
        }
        from = MailLoader.call(() -> new InternetAddress(String.valueOf(server.from()), true));
        session = MailLoader.call(() -> Session.getInstance(properties(server)));
    }

    private static Properties properties(Server server) {
        String protocol = server.tls().equals("tls") ? "smtps" : "smtp";
        Properties p = new Properties();
        String prefix = "mail." + protocol + ".";
        p.setProperty(prefix + "connectiontimeout", MILLIS);
        p.setProperty(prefix + "timeout", MILLIS);
        p.setProperty(prefix + "writetimeout", MILLIS);
        p.setProperty(prefix + "auth", String.valueOf(!server.user().isEmpty()));
        p.setProperty(prefix + "starttls.enable", String.valueOf(server.tls().equals("starttls")));
        p.setProperty(prefix + "starttls.required", String.valueOf(server.tls().equals("starttls")));
        p.setProperty(prefix + "ssl.checkserveridentity", "true");
        return p;
    }

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "电子邮件" : "E-mail";
    }

    @Override
    public void send(OutgoingMessage message) throws TransportException {
        try {
            MailLoader.call(() -> {
                deliver(Mail.of(session, from, message));
                return null;
            });
        } catch (AddressException e) {
            throw new TransportException("is no e-mail address: " + message.to().address(), true, e);
        } catch (SendFailedException e) {
            throw new TransportException(text(e), refused(e), e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new TransportException(text(e), false, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(Mail mail) throws MessagingException {
        // made by hand: looking it up would need the library's own registry
        boolean tls = server.tls().equals("tls");
        try (SMTPTransport connection = new SMTPTransport(session, new jakarta.mail.URLName(tls ? "smtps" : "smtp", server.host(), server.port(), null, null, null), tls ? "smtps" : "smtp", tls) {
        }) {
            connection.connect(server.host(), server.port(), server.user().isEmpty() ? null : server.user(), server.password().isEmpty() ? null : server.password());
            connection.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** A 5xx answer to this mail or its address: the server will not change its mind. */
    private static boolean refused(SendFailedException e) {
        for (Exception x = e; x instanceof MessagingException m; x = m.getNextException()) {
            if (x instanceof SMTPAddressFailedException a && a.getReturnCode() >= FOR_GOOD || x instanceof SMTPSendFailedException s && s.getReturnCode() >= FOR_GOOD) {
                return true;
            }
        }
        return false;
    }

    /** What the server said stands in the last of the chained exceptions. */
    private static String text(Exception e) {
        Exception last = e;
        while (last instanceof MessagingException m && m.getNextException() != null) {
            last = m.getNextException();
        }
        return last.getMessage() == null ? last.toString() : last.getMessage().strip();
    }
}
