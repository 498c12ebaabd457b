package io.amphora.shell;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;

/** Asks for a password twice, without showing it, unless it was given on the command line. */
final class Passwords {
    private Passwords() {
    }

    /** @param given for scripts, whose session cannot ask; else null */
    static String ask(Session session, String given) throws IOException {
        if (given != null) {
            return given;
        }
        String first = session.readLine("Password: ", '*');
        if (!String.valueOf(session.readLine("Again: ", '*')).equals(first)) {
            throw new AmphoraException.Invalid(Problem.of("password", "password.different", "the two are not the same"));
        }
        return first;
    }
}
