package io.amphora.identity.core.jaas;

import io.amphora.common.Actor;
import io.amphora.identity.api.SignIn;
import java.io.IOException;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** Name and password as at the sign-in page. Administrators get Karaf's roles; everybody else signs in without any, which opens neither shell nor JMX. */
public final class AmphoraLoginModule implements LoginModule {
    static final String SIGN_IN = "amphora.signIn";
    private static final List<String> KARAF_ROLES = List.of("admin", "manager", "viewer", "systembundles", "ssh");

    private final Set<Principal> principals = new HashSet<>();
    private Subject subject;
    private CallbackHandler callbacks;
    private SignIn signIn;

    @Override
    public void initialize(Subject forSubject, CallbackHandler handler, Map<String, ?> shared, Map<String, ?> options) {
        subject = forSubject;
        callbacks = handler;
        signIn = (SignIn) options.get(SIGN_IN);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("cannot ask for name and password").initCause(e);
        }
        String given = password.getPassword() == null ? null : new String(password.getPassword());
        password.clearPassword();
        Actor actor = signIn.authenticate(name.getName(), given, from()).orElseThrow(() -> new FailedLoginException("wrong name or password"));
        principals.add(new UserPrincipal(actor.name()));
        if (actor.may("platform.operate") && actor.may("*")) {
            KARAF_ROLES.forEach(role -> principals.add(new RolePrincipal(role)));
        }
        return true;
    }

    /** Karaf's SSH server says who asks: {@code ssh(/127.0.0.1:43210)}; the port is another one each time. */
    private String from() {
        return subject.getPrincipals(ClientPrincipal.class).stream().findFirst().map(p -> p.getName().replaceAll(":\\d+\\)$", ")")).orElse("shell");
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
