package io.amphora.console.core;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.LiveEvents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Whose password somebody else set since this node started: whoever holds a session from before has to sign in again. Refers to nobody, as events reach it early. */
@Component(service = {PasswordResets.class, LiveEvents.class})
public final class PasswordResets implements LiveEvents {
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    @Override
    public void on(List<Event> events) {
        for (Event e : events) {
            // who changes the own password stays signed in; names need no escapes in JSON
            if (e.topic().equals("identity.password-set") && !e.payload().contains("\"by\":\"" + e.key() + "\"")) {
                times.put(e.key(), e.at().toEpochMilli());
            }
        }
    }

    /** Whether it was after that moment. */
    boolean since(String user, long millis) {
        Long at = times.get(user);
        return at != null && at >= millis;
    }
}
