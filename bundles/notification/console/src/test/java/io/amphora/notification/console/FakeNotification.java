package io.amphora.notification.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Notices;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers what it is asked. */
final class FakeNotification implements MessageLog, Notices, Templates, Subscriptions {
    final List<Message> messages = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    private QuietHours quiet = QuietHours.NONE;
    private Template template = new Template(Occasion.ORDER_CONFIRMED, Audience.CUSTOMER, "en", "Order {{order.number}}", "Hello", false, 0);

    void message(long id, MessageState state, String error, boolean unread) {
        messages.add(new Message(id, "order.shipped", "5", "SO-5", "email", new Recipient(Recipient.Kind.CUSTOMER, "7", "Lee", "lee@example.com"), "en", "Order SO-5 is on its way", "Hello <b>", state, 1,
                null, error, "order/5", unread, Instant.EPOCH, Instant.EPOCH, 3));
    }

    @Override
    public Page<Message> list(Actor by, MessageFilter filter, PageRequest page) {
        return new Page<>(messages.stream().filter(m -> filter.state() == null || filter.state() == m.state()).toList(), null);
    }

    @Override
    public Message find(Actor by, long id) {
        return messages.get(0);
    }

    @Override
    public int countFailed(int limit) {
        return (int) messages.stream().filter(m -> m.state() == MessageState.FAILED).count();
    }

    @Override
    public Message resend(Actor by, long id, long version) {
        done.add("resend " + id + " " + version);
        return messages.get(0);
    }

    @Override
    public Message test(Actor by, String transport, String address) {
        if ("email".equals(transport) && address.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("address", "required", "must not be empty"));
        }
        done.add("test " + transport + " " + address);
        return null;
    }

    @Override
    public int unread(Actor by, int limit) {
        return (int) messages.stream().filter(Message::unread).count();
    }

    @Override
    public Page<Message> list(Actor by, PageRequest page) {
        return new Page<>(messages, null);
    }

    @Override
    public void read(Actor by, Collection<Long> ids) {
        done.add("read " + ids);
    }

    @Override
    public void readAll(Actor by) {
        done.add("read all");
    }

    @Override
    public List<Template> list(Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Template find(Actor by, Occasion occasion, Audience audience, String language) {
        return new Template(occasion, audience, language, template.subject(), template.body(), template.changed(), template.version());
    }

    @Override
    public List<String> placeholders(Occasion occasion, Audience audience) {
        return List.of("order.number", "customer.name");
    }

    @Override
    public Template save(Actor by, Occasion occasion, Audience audience, String language, long version, String subject, String body, boolean attach) {
        List<Problem> problems = problems(body);
        if (!problems.isEmpty()) {
            throw new AmphoraException.Invalid(problems);
        }
        done.add("save " + occasion + " " + audience + " " + language + " " + subject + "/" + body + (attach ? "" : " bare"));
        template = new Template(occasion, audience, language, subject, body, true, version + 1, attach);
        return template;
    }

    @Override
    public Template reset(Actor by, Occasion occasion, Audience audience, String language, long version) {
        done.add("reset " + version);
        return new Template(occasion, audience, language, "Original", "Original", false, 0);
    }

    @Override
    public Preview preview(Actor by, Occasion occasion, Audience audience, String language, String subject, String body) {
        return new Preview(subject.replace("{{order.number}}", "SO-1001"), body, "<p>" + body + "</p>", problems(body));
    }

    private static List<Problem> problems(String body) {
        return body.contains("{{x}}") ? List.of(Problem.of("body", "template.unknown", "there is no placeholder {0}", "{{x}}")) : List.of();
    }

    @Override
    public List<Choice> of(Actor by, Subject subject) {
        boolean own = done.stream().anyMatch(d -> d.startsWith("set "));
        return List.of(new Choice(Occasion.ORDER_SHIPPED, "email", true, own), new Choice(Occasion.ORDER_SHIPPED, "bell", false, false));
    }

    @Override
    public long version(Actor by, Subject subject) {
        return done.stream().filter(d -> d.startsWith("set ")).count();
    }

    @Override
    public long quietHoursVersion(Actor by, String person) {
        return done.stream().filter(d -> d.startsWith("quiet ")).count();
    }

    @Override
    public void set(Actor by, Subject subject, Occasion occasion, String transport, Boolean wanted, long seen) {
        done.add("set " + subject.kind() + " " + subject.id() + " " + occasion + " " + transport + " " + wanted + " seen " + seen);
    }

    @Override
    public List<String> people(Actor by) {
        return List.of("mia", "wim");
    }

    @Override
    public QuietHours quietHours(Actor by, String person) {
        return quiet;
    }

    @Override
    public void setQuietHours(Actor by, String person, QuietHours hours, long seen) {
        if (hours.to() == null) {
            throw new AmphoraException.Invalid(Problem.of("to", "required", "must not be empty"));
        }
        quiet = hours;
        done.add("quiet " + person + " " + hours.from() + " " + hours.to() + " " + hours.zone());
    }
}
