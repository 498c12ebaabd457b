package io.amphora.common;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a use case did nothing. Always rolls back the running transaction; carries every problem found, never only the first.
 * The subclasses say what kind of refusal it is; faces (REST, console, shell) map the kind, and translate the problems.
 */
public abstract class AmphoraException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    protected AmphoraException(List<Problem> problems) {
        super(problems.stream().map(p -> p.field().isEmpty() ? p.message() : p.field() + ": " + p.message()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** @return all that is wrong, at least one */
    public List<Problem> problems() {
        return problems;
    }

    /** The request itself is wrong: missing, malformed or contradictory values. */
    public static final class Invalid extends AmphoraException {
        private static final long serialVersionUID = 1L;

        public Invalid(List<Problem> problems) {
            super(problems);
        }

        public Invalid(Problem problem) {
            this(List.of(problem));
        }
    }

    /** The request is well formed, but the business says no: out of stock, illegal transition, blocked customer. */
    public static final class Refused extends AmphoraException {
        private static final long serialVersionUID = 1L;

        public Refused(List<Problem> problems) {
            super(problems);
        }

        public Refused(Problem problem) {
            this(List.of(problem));
        }
    }

    /** There is no such thing (any more). */
    public static final class NotFound extends AmphoraException {
        private static final long serialVersionUID = 1L;

        /**
         * @param kind lower-case name of the kind of thing: {@code order}
         * @param id   what was looked for
         */
        public NotFound(String kind, Object id) {
            super(List.of(Problem.of("", "not-found", "there is no {0} {1}", new Kind(kind), String.valueOf(id))));
        }
    }

    /** Somebody else changed it since it was read. Read again, decide, repeat. */
    public static final class Stale extends AmphoraException {
        private static final long serialVersionUID = 1L;

        /**
         * Of things that there is one of.
         *
         * @param kind lower-case name of it: {@code review limits}
         * @param by   who was faster; {@code ?} if that is not known
         */
        public Stale(String kind, String by) {
            super(List.of(Problem.of("version", "stale-by", "{1} changed the {0} meanwhile: read again, then decide", new Kind(kind), by)));
        }

        public Stale(String kind, Object id, long expected, long found) {
            super(List.of(Problem.of("version", "stale", "{0} {1} was changed meanwhile: you saw version {2}, it is at {3}",
                    new Kind(kind), String.valueOf(id), String.valueOf(expected), String.valueOf(found))));
        }
    }

    /** The acting person may not do this. */
    public static final class NotPermitted extends AmphoraException {
        private static final long serialVersionUID = 1L;

        public NotPermitted(String actor, String permission) {
            super(List.of(Problem.of("", "not-permitted", "{0} lacks the permission {1}", actor, permission)));
        }
    }
}
