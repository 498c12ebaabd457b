package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A listener that remembers what it took. */
class Recorder implements EventListener {
    final List<Event> taken = new CopyOnWriteArrayList<>();
    volatile Consumer<List<Event>> behaviour = events -> { };
    private final String id;
    private final List<String> topics;

    Recorder(String id, String... topics) {
        this.id = id;
        this.topics = List.of(topics);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    @Override
    public void on(List<Event> events) {
        behaviour.accept(events);
        taken.addAll(events);
    }

    List<String> keys() {
        return taken.stream().map(Event::key).toList();
    }

    List<String> payloads() {
        return taken.stream().map(Event::payload).toList();
    }
}
