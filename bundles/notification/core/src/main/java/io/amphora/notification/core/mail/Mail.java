package io.amphora.notification.core.mail;

import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Paper;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** A message as a mail: the text, and the same as a document. */
final class Mail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @throws jakarta.mail.internet.AddressException if the recipient's is no address */
    static Mail of(Session session, InternetAddress from, OutgoingMessage message) throws MessagingException, UnsupportedEncodingException {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        Mail mail = new Mail(session, "<amphora-" + message.id() + "-" + message.createdAt().toEpochMilli() + "@" + domain + ">");
        mail.setFrom(from);
        InternetAddress to = new InternetAddress(message.to().address(), true);
        if (message.to().name() != null) {
            to.setPersonal(message.to().name(), UTF_8);
        }
        mail.setRecipient(Message.RecipientType.TO, to);
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(new Date());
        mail.setHeader("Content-Language", message.language().toLanguageTag());
        // so that holiday notices do not answer
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        MimeMultipart content = new MimeMultipart("alternative", text, html);
        mail.setContent(message.papers().isEmpty() ? content : with(message.papers(), content));
        mail.saveChanges();
        return mail;
    }

    /** The message first, then what goes with it. */
    private static MimeMultipart with(List<Paper> papers, MimeMultipart message) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(message);
        MimeMultipart all = new MimeMultipart("mixed", first);
        for (Paper paper : papers) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.content(), paper.mediaType())));
            part.setFileName(paper.name());
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /** The same when a message is tried again: mail programs then show it once. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
