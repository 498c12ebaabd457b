package io.amphora.platform.api.guard;

/** An extension gave no answer of use. The message says why, in English, as it is shown to administrators; the cause is what it threw, if it did. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** It was not asked, because it failed too often. */
        RESTING,
        /** It was not asked, because too many calls have not come back from it. */
        BUSY,
        /** It did not answer in time. */
        TIMED_OUT,
        /** It threw something, or answered nonsense. */
        FAILED,
        /** Who asked was interrupted; says nothing of the extension. */
        INTERRUPTED
    }

    private final Why why;

    public NoAnswer(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
