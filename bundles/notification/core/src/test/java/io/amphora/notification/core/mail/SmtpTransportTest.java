package io.amphora.notification.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import io.amphora.notification.core.World;
import io.amphora.notification.core.text.MailHtml;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmtpTransportTest {
    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("orders@example.com", "amphora", "secret"));

    private static SmtpTransport.Server server(int port, String user, String password, String tls, String from) {
        Map<String, Object> values = Map.of("host", "127.0.0.1", "port", port, "user", user, "password", password, "tls", tls, "from", from);
        return (SmtpTransport.Server) java.lang.reflect.Proxy.newProxyInstance(SmtpTransportTest.class.getClassLoader(), new Class<?>[] {SmtpTransport.Server.class},
                (proxy, method, args) -> values.get(method.getName()));
    }

    private static OutgoingMessage message(String address) {
        String subject = "您的订单 SO-5 已发货";
        String text = "李梅，您好：\n\n<b>2 × 钢笔</b> & more";
        Locale chinese = Locale.SIMPLIFIED_CHINESE;
        return new OutgoingMessage(17, "order.shipped", new Recipient(Recipient.Kind.CUSTOMER, "7", "李梅", address), chinese, subject, text, MailHtml.of(subject, text, chinese), null, World.THEN);
    }

    @Test
    void deliversTextAndDocumentToARealServer() throws Exception {
        SmtpTransport transport = new SmtpTransport(server(MAIL.getSmtp().getPort(), "amphora", "secret", "none", "Amphora Shop <orders@example.com>"));

        transport.send(message("lee@example.com"));

        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("您的订单 SO-5 已发货");
        assertThat(mail.getFrom()[0]).hasToString("Amphora Shop <orders@example.com>");
        assertThat(mail.getAllRecipients()[0].toString()).contains("lee@example.com");
        assertThat(mail.getMessageID()).isEqualTo("<amphora-17-" + World.THEN.toEpochMilli() + "@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat((String) parts.getBodyPart(0).getContent()).isEqualToIgnoringNewLines("李梅，您好：\n\n<b>2 × 钢笔</b> & more");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("&lt;b&gt;2 × 钢笔&lt;/b&gt; &amp; more");
        assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("<b>");
    }

    @Test
    void attachesPapersAfterTheMessage() throws Exception {
        SmtpTransport transport = new SmtpTransport(server(MAIL.getSmtp().getPort(), "amphora", "secret", "none", "orders@example.com"));
        byte[] pdf = new byte[90_000];
        new java.util.Random(1).nextBytes(pdf);
        System.arraycopy("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, pdf, 0, 4);
        OutgoingMessage m = message("lee@example.com");

        transport.send(new OutgoingMessage(m.id(), m.occasion(), m.to(), m.language(), m.subject(), m.text(), m.html(), null, m.createdAt(),
                List.of(new Paper("SO-5-DN-1.pdf", "application/pdf", pdf), new Paper("送货单.pdf", "application/pdf", pdf))));

        MimeMultipart all = (MimeMultipart) MAIL.getReceivedMessages()[0].getContent();
        assertThat(all.getContentType()).startsWith("multipart/mixed");
        assertThat(all.getCount()).isEqualTo(3);
        assertThat(((MimeMultipart) all.getBodyPart(0).getContent()).getContentType()).startsWith("multipart/alternative");
        assertThat(all.getBodyPart(1).getFileName()).isEqualTo("SO-5-DN-1.pdf");
        assertThat(all.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(all.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(all.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(all.getBodyPart(2).getFileName()).isEqualTo("送货单.pdf");
    }

    @Test
    void wrongPasswordAndAbsentServerAreTriedAgain() throws Exception {
        SmtpTransport wrong = new SmtpTransport(server(MAIL.getSmtp().getPort(), "amphora", "wrong", "none", "orders@example.com"));
        assertThatThrownBy(() -> wrong.send(message("lee@example.com"))).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isFalse());
        SmtpTransport nowhere = new SmtpTransport(server(1, "", "", "none", "orders@example.com"));
        assertThatThrownBy(() -> nowhere.send(message("lee@example.com"))).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isFalse());
    }

    @Test
    void neverSendsInTheClearWhenEncryptionIsAskedFor() throws Exception {
        SmtpTransport tls = new SmtpTransport(server(MAIL.getSmtp().getPort(), "", "", "starttls", "orders@example.com"));
        assertThatThrownBy(() -> tls.send(message("lee@example.com"))).isInstanceOf(TransportException.class).hasMessageContaining("STARTTLS");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsGivenUpForGood() throws Exception {
        SmtpTransport transport = new SmtpTransport(server(MAIL.getSmtp().getPort(), "", "", "none", "orders@example.com"));
        for (String bad : new String[] {"nobody at home", "a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com"}) {
            assertThatThrownBy(() -> transport.send(message(bad))).as(bad).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.forGood()).isTrue());
        }
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new SmtpTransport(server(25, "", "", "ssl", "orders@example.com"))).hasMessageContaining("tls");
        assertThatThrownBy(() -> new SmtpTransport(server(25, "", "", "none", "nobody"))).isInstanceOf(Exception.class);
    }
}
