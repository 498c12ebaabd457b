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

    /** A house has hundreds of people, not millions: a table of users is small enough to be looked through. */
    @Override
    public List<Person> find(Actor by, String text, int limit) {
        String begin = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return tx.call(em -> em.createQuery("select u from AppUser u where u.active = :active and (lower(u.name) like :begin escape '!' or lower(u.displayName) like :begin escape '!'"
                + " or lower(u.displayName) like :word escape '!') order by u.name", AppUser.class).setParameter("active", true).setParameter("begin", begin).setParameter("word", "% " + begin)
                .setMaxResults(Math.max(1, Math.min(limit, MOST))).getResultStream().map(AppUser::toUser).map(u -> new Person(u.name(), u.displayName())).toList());
    }
}
