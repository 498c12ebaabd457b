package io.amphora.notification.core.compose;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problems;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.QuietEntity;
import io.amphora.notification.core.store.SubscriptionEntity;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Choices in the database. */
@Component(service = Subscriptions.class)
public final class JpaSubscriptions implements Subscriptions {
    private final Tx tx;
    private final Outbox outbox;
    private final Directory directory;
    private final TransportBook transports;

    @Activate
    public JpaSubscriptions(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference Directory directory, @Reference TransportBook transports) {
        this.tx = tx;
        this.outbox = outbox;
        this.directory = directory;
        this.transports = transports;
    }

    private static boolean self(Actor by, Subject subject) {
        return subject.equals(Subject.person(by.name()));
    }

    private static void allowed(Actor by, Subject subject) {
        if (!self(by, subject)) {
            by.require(MessageLog.MANAGE);
        }
    }

    @Override
    public List<Choice> of(Actor by, Subject subject) {
        allowed(by, subject);
        Set<Role> roles = subject.kind() == Subject.Kind.PERSON ? person(subject.id()).map(User::roles).orElse(Set.of()) : Set.of();
        Choices choices = tx.call(em -> new Choices(SubscriptionEntity.all(em)));
        List<Choice> all = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            if (offered(by, subject, occasion)) {
                ways(subject).forEach(t -> all.add(new Choice(occasion, t, wanted(choices, subject, roles, occasion, t), choices.own(subject, occasion, t) != null)));
            }
        }
        return all;
    }

    private static boolean wanted(Choices choices, Subject subject, Set<Role> roles, Occasion occasion, String transport) {
        return switch (subject.kind()) {
            case ROLE -> choices.ofRole(Role.valueOf(subject.id()), occasion, transport);
            case PERSON -> choices.ofPerson(subject.id(), roles, occasion, transport);
            case CUSTOMERS -> choices.ofCustomers(occasion, transport);
        };
    }

    /** Nobody subscribes to what one may not see. */
    private static boolean offered(Actor by, Subject subject, Occasion occasion) {
        return subject.kind() == Subject.Kind.CUSTOMERS ? occasion.customers() : !self(by, subject) || by.may(occasion.permission());
    }

    private Set<String> ways(Subject subject) {
        return transports.reaching(subject.kind() == Subject.Kind.CUSTOMERS ? Recipient.Kind.CUSTOMER : Recipient.Kind.PERSON);
    }

    private Optional<User> person(String name) {
        return directory.people().stream().filter(u -> u.name().equals(name)).findFirst();
    }

    @Override
    public long version(Actor by, Subject subject) {
        allowed(by, subject);
        return tx.call(em -> Edits.version(em, thing(subject)));
    }

    private static String thing(Subject subject) {
        return "notification.choices:" + subject.kind() + ":" + subject.id();
    }

    @Override
    public void set(Actor by, Subject subject, Occasion occasion, String transport, Boolean wanted, long seen) {
        allowed(by, subject);
        check(by, subject, occasion, transport);
        tx.callWithRetry(em -> {
            Edits.next(em, thing(subject), "subscriptions", seen, by.name());
            SubscriptionEntity row = SubscriptionEntity.of(em, subject).stream().filter(s -> s.occasion() == occasion && s.transport().equals(transport)).findFirst().orElse(null);
            if (wanted == null) {
                if (row != null) {
                    em.remove(row);
                }
            } else {
                SubscriptionEntity kept = row == null ? new SubscriptionEntity(subject, occasion, transport) : row;
                kept.wanted(wanted);
                em.persist(kept);
            }
            em.flush();
            outbox.add("notification.subscribed", subject.kind() + ":" + subject.id(), "{\"by\":" + Json.quoted(by.name()) + ",\"occasion\":\"" + occasion.id() + "\",\"transport\":"
                    + Json.quoted(transport) + ",\"wanted\":" + wanted + "}");
            return null;
        });
    }

    private void check(Actor by, Subject subject, Occasion occasion, String transport) {
        Problems problems = new Problems();
        boolean there = switch (subject.kind()) {
            case ROLE -> Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(subject.id()));
            case PERSON -> person(subject.id()).isPresent();
            case CUSTOMERS -> subject.equals(Subject.CUSTOMERS);
        };
        problems.check(there, "subject", "subscription.nobody", "there is no {0}", subject.id());
        problems.check(occasion != null, "occasion", "required", "must not be empty");
        problems.check(occasion == null || subject.kind() != Subject.Kind.CUSTOMERS || occasion.customers(), "occasion", "subscription.internal", "is not for customers");
        problems.check(transport != null && ways(subject).contains(transport), "transport", "message.transport", "there is no transport {0} that is set up", String.valueOf(transport));
        problems.throwIfAny();
        if (self(by, subject)) {
            by.require(occasion.permission());
        }
    }

    @Override
    public List<String> people(Actor by) {
        by.require(MessageLog.MANAGE);
        return directory.people().stream().map(User::name).sorted().toList();
    }

    @Override
    public QuietHours quietHours(Actor by, String person) {
        allowed(by, Subject.person(person));
        return tx.call(em -> Optional.ofNullable(em.find(QuietEntity.class, person)).map(QuietEntity::hours).orElse(QuietHours.NONE));
    }

    @Override
    public long quietHoursVersion(Actor by, String person) {
        allowed(by, Subject.person(person));
        return tx.call(em -> Edits.version(em, "notification.quiet-hours:" + person));
    }

    @Override
    public void setQuietHours(Actor by, String person, QuietHours hours, long seen) {
        allowed(by, Subject.person(person));
        boolean none = hours.from() == null && hours.to() == null;
        Problems problems = new Problems();
        problems.check(none || hours.from() != null, "from", "required", "must not be empty");
        problems.check(none || hours.to() != null, "to", "required", "must not be empty");
        problems.check(none || hours.zone() != null, "zone", "required", "must not be empty");
        problems.check(none || hours.from() == null || !hours.from().equals(hours.to()), "to", "quiet.empty", "must differ from the beginning");
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, "notification.quiet-hours:" + person, "quiet hours", seen, by.name());
            QuietEntity row = em.find(QuietEntity.class, person);
            if (none && row != null) {
                em.remove(row);
            } else if (!none) {
                QuietEntity kept = row == null ? new QuietEntity(person) : row;
                kept.are(new QuietHours(hours.from().truncatedTo(ChronoUnit.MINUTES), hours.to().truncatedTo(ChronoUnit.MINUTES), hours.zone()));
                em.persist(kept);
            }
            outbox.add("notification.quiet-hours", person, "{\"by\":" + Json.quoted(by.name()) + "}");
            return null;
        });
    }
}
