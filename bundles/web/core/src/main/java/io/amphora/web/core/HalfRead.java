package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body of which parts did not fit: what is wrong with the rest is found by trying it, in a transaction that is always undone. */
record HalfRead(List<Problem> problems) {
    private static final Logger LOG = LoggerFactory.getLogger(HalfRead.class);

    HalfRead {
        problems = List.copyOf(problems);
    }

    /** @param tx null: nothing is tried @return what to throw: these problems and those of the use case; or its refusal alone, if the caller may not or must read again */
    RuntimeException tried(Tx tx, Callable<?> method) {
        if (tx == null) {
            return new AmphoraException.Invalid(problems);
        }
        try {
            tx.call(em -> {
                call(method);
                throw new Undone();
            });
            throw new IllegalStateException("not undone");
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            return new AmphoraException.Invalid(with(e.problems()));
        } catch (AmphoraException e) {
            return e;
        } catch (RuntimeException e) {
            LOG.debug("a body of which parts did not fit could not be tried", e);
            return new AmphoraException.Invalid(problems);
        }
    }

    private static void call(Callable<?> method) {
        try {
            method.call();
        } catch (Exception e) {
            // reflection wraps what the resource threw
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof AmphoraException known) {
                    throw known;
                }
            }
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    /** Not what is said of a value that was left out because it did not fit. */
    private List<Problem> with(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        more.stream().filter(p -> problems.stream().noneMatch(own -> covers(own.field(), p.field()))).forEach(all::add);
        return all;
    }

    private static boolean covers(String own, String other) {
        return other.equals(own) || other.startsWith(own + ".") || other.startsWith(own + "[");
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }
}
