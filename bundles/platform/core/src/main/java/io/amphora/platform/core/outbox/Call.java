package io.amphora.platform.core.outbox;

import io.amphora.platform.api.EventListener;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One call of a listener, on a thread of its own: whatever the listener does, nobody else waits or fails. */
final class Call implements Runnable {
    private final EventListener listener;
    private final List<Delivery> deliveries;
    private final Runnable onReturn;
    private final long began = System.nanoTime();
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile Throwable failure;
    private boolean abandoned;

    Call(EventListener listener, List<Delivery> deliveries, Runnable onReturn) {
        this.listener = listener;
        this.deliveries = List.copyOf(deliveries);
        this.onReturn = onReturn;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            listener.on(deliveries.stream().map(Delivery::event).toList());
        } catch (Throwable e) { // whatever an extension throws
            failure = e;
        } finally {
            thread = null;
            returned.countDown();
            onReturn.run();
        }
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    boolean hasReturned() {
        return returned.getCount() == 0;
    }

    void await(long nanos) throws InterruptedException {
        returned.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /** Only once it has returned; null if all went well. */
    Throwable failure() {
        return failure;
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    /** Its time is up: what it does from now on counts for nothing. */
    void abandon() {
        abandoned = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean isAbandoned() {
        return abandoned;
    }
}
