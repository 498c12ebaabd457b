package io.amphora.notification.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is told what, how. What a person chose goes before what the roles of that person say. The own choice is free to everybody; that of others and of roles needs
 * {@code notification.manage}. Publishes {@code notification.subscribed}. Thread-safe.
 */
@ProviderType
public interface Subscriptions {
    /**
     * @param wanted whether it is sent
     * @param own    whether that was chosen here; else it comes from the roles, or the product
     */
    record Choice(Occasion occasion, String transport, boolean wanted, boolean own) {
    }

    /** What holds for a subject, for all occasions and transports that it can be reached by now. */
    List<Choice> of(Actor by, Subject subject);

    /** The version of a subject's choices, for {@link #set}; read it first. */
    long version(Actor by, Subject subject);

    /** @param wanted null gives up the own choice @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    void set(Actor by, Subject subject, Occasion occasion, String transport, Boolean wanted, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void set(Actor by, Subject subject, Occasion occasion, String transport, Boolean wanted) {
        set(by, subject, occasion, transport, wanted, -1);
    }

    /** Sign-in names of the active people, sorted. Needs {@code notification.manage}. */
    List<String> people(Actor by);

    /** {@link QuietHours#NONE} if there are none. */
    QuietHours quietHours(Actor by, String person);

    /** What waits already keeps its time. @throws io.amphora.common.AmphoraException.Invalid if only one end or no time zone is given @param seen the version that was read */
    void setQuietHours(Actor by, String person, QuietHours hours, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void setQuietHours(Actor by, String person, QuietHours hours) {
        setQuietHours(by, person, hours, -1);
    }

    /** The version of somebody's quiet hours, for {@link #setQuietHours}; read it first. */
    long quietHoursVersion(Actor by, String person);
}
