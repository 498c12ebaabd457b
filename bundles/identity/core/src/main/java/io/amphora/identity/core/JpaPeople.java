package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.People;
import io.amphora.platform.api.Tx;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of those who may sign in. */
@Component
public final class JpaPeople implements People {
    private static final int MOST = 100;

    private final Tx tx;

    @Activate
    public JpaPeople(@Reference(target = "(domain=identity)") Tx tx) {
        this.tx = tx;
    }

    /** A house has hundreds of people, not millions: the table of users is small enough to be looked through. */
    @Override
    public List<Person> find(Actor by, String text, int limit) {
        String begin = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return tx.call(em -> em.createQuery("select u from AppUser u order by u.name", AppUser.class).getResultStream().map(AppUser::toUser)
                .filter(u -> u.active() && (begins(u.name(), begin) || begins(u.displayName(), begin))).limit(Math.max(1, Math.min(limit, MOST)))
                .map(u -> new Person(u.name(), u.displayName())).toList());
    }

    /** Any of its words does. */
    private static boolean begins(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(text) || lower.contains(" " + text);
    }
}
