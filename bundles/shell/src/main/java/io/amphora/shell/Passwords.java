package io.amphora.shell;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;

/** Asks for a password twice, without showing it. */
final class Passwords {
    private Passwords() {
    }

    static String ask(Session session) throws IOException {
        String first = session.readLine("Password: ", '*');
        if (!String.valueOf(session.readLine("Again: ", '*')).equals(first)) {
            throw new AmphoraException.Invalid(Problem.of("password", "password.different", "the two are not the same"));
        }
        return first;
    }
}
