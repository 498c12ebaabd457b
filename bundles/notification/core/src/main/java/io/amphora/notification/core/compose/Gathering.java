package io.amphora.notification.core.compose;

import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.notification.core.store.MessageRows.Group;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which messages to people wait for others about the same: all but the first within some minutes, and all in quiet hours. */
final class Gathering {
    private static final Set<String> WAYS = Set.of(MessageTransport.BELL, MessageTransport.EMAIL);

    private Gathering() {
    }

    static List<Draft> of(EntityManager em, List<Draft> drafts, Duration window, Instant now) {
        Set<String> people = window.isZero() ? Set.of() : drafts.stream().filter(Gathering::may).map(d -> d.to().id()).collect(Collectors.toSet());
        if (people.isEmpty()) {
            return drafts;
        }
        Map<Group, Instant> last = MessageRows.recent(em, people, now.minus(window));
        return drafts.stream().map(d -> may(d) ? placed(d, last, window, now) : d).toList();
    }

    private static Draft placed(Draft d, Map<Group, Instant> last, Duration window, Instant now) {
        if (d.state() == MessageState.WAITING) {
            return d.gathered(d.dueAt());
        }
        Instant before = last.putIfAbsent(new Group(d.to().id(), d.transport(), d.occasion()), now);
        return before == null ? d : d.gathered(before.plus(window));
    }

    /** Who is named in person waits for nobody. */
    private static boolean may(Draft d) {
        return d.to().kind() == Recipient.Kind.PERSON && d.state() != MessageState.SUPPRESSED && WAYS.contains(d.transport())
                && Occasion.of(d.occasion()).filter(o -> !o.byName()).isPresent();
    }
}
