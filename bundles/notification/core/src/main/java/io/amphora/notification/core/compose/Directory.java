package io.amphora.notification.core.compose;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.QuietEntity;
import io.amphora.notification.core.store.SubscriptionEntity;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is to be told what. */
@Component(service = Directory.class)
public final class Directory {
    private static final Actor BY = Actor.system("notification");

    private final Tx tx;
    private final Users users;
    private final TransportBook transports;
    private final Installation installation;

    /** Somebody to be told, and how. */
    record Addressee(Recipient to, String transport, String language, QuietHours quiet) {
    }

    @Activate
    public Directory(@Reference(target = "(domain=notification)") Tx tx, @Reference Users users, @Reference TransportBook transports, @Reference Installation installation) {
        this.tx = tx;
        this.users = users;
        this.transports = transports;
        this.installation = installation;
    }

    /** As it is now, for one batch of events. */
    Snapshot now() {
        return tx.call(em -> {
            Map<String, QuietHours> quiet = new HashMap<>();
            QuietEntity.all(em).forEach(q -> quiet.put(q.person(), q.hours()));
            return new Snapshot(new Choices(SubscriptionEntity.all(em)), quiet, WebhookEntity.all(em).stream().map(WebhookEntity::toWebhook).filter(Webhook::active).toList());
        });
    }

    /** Those who may sign in. */
    List<User> people() {
        List<User> all = new ArrayList<>();
        PageRequest next = PageRequest.first(PageRequest.MAX);
        while (next != null) {
            Page<User> page = users.list(BY, next);
            page.items().stream().filter(User::active).forEach(all::add);
            next = page.next() == null ? null : new PageRequest(page.next(), PageRequest.MAX);
        }
        return all;
    }

    /** One moment's choices. For one thread. */
    final class Snapshot {
        private final Choices choices;
        private final Map<String, QuietHours> quiet;
        private final List<Webhook> webhooks;
        private final Map<Occasion, List<Addressee>> told = new HashMap<>();
        private final Map<String, String> languages = new HashMap<>();
        private List<User> people;

        private Snapshot(Choices choices, Map<String, QuietHours> quiet, List<Webhook> webhooks) {
            this.choices = choices;
            this.quiet = quiet;
            this.webhooks = webhooks;
        }

        /** People, each once per transport. */
        List<Addressee> staff(Occasion occasion) {
            return told.computeIfAbsent(occasion, this::findStaff);
        }

        private List<Addressee> findStaff(Occasion occasion) {
            Set<String> ways = transports.reaching(Recipient.Kind.PERSON);
            if (people == null) {
                people = people();
            }
            List<Addressee> found = new ArrayList<>();
            for (User u : people) {
                ways.stream().filter(t -> choices.ofPerson(u.name(), u.roles(), occasion, t)).forEach(t -> found.add(addressee(u, t)));
            }
            return found;
        }

        private Addressee addressee(User u, String transport) {
            return new Addressee(new Recipient(Recipient.Kind.PERSON, u.name(), u.displayName(), u.email()), transport, languages.computeIfAbsent(u.name(), installation::language),
                    quiet.getOrDefault(u.name(), QuietHours.NONE));
        }

        List<Recipient> webhooks(Occasion occasion) {
            return webhooks.stream().filter(w -> w.occasions().contains(occasion)).map(w -> new Recipient(Recipient.Kind.WEBHOOK, String.valueOf(w.id()), w.name(), w.url())).toList();
        }

        /** Ways by which customers are told. */
        List<String> customers(Occasion occasion) {
            return transports.reaching(Recipient.Kind.CUSTOMER).stream().filter(t -> choices.ofCustomers(occasion, t)).toList();
        }

        boolean nobody(Occasion occasion) {
            return customers(occasion).isEmpty() && webhooks(occasion).isEmpty() && staff(occasion).isEmpty();
        }
    }
}
