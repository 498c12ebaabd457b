package io.amphora.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.SignIn;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.api.UnitStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<Object> calls = new ArrayList<>();

    @Test
    void statusTellsWhatThePlatformDoes() throws Exception {
        StatusCommand command = with(new StatusCommand());
        command.unit = fake(UnitStatus.class, Map.of("generation", 7, "domains", List.of("identity", "order"), "refused", Map.of("broken", "no such column"),
                "open", 1, "lastBuildMillis", 40L, "database", "derby"));
        command.deadLetters = fake(DeadLetters.class, Map.of("waiting", 3L, "list", new Page<>(List.of(), null)));
        command.jobs = fake(Jobs.class, Map.of("list", new Page<>(List.of(new Job(1, "t", "Import", "bob", Job.State.RUNNING, 5, 10, "", "{}", null, NOON, NOON, null)), null)));

        command.execute();

        assertThat(output()).contains("derby", "generation 7", "identity, order", "no such column", "1 running, 0 queued").containsPattern("events waiting\\W+3");
    }

    @Test
    void localConsoleActsAsTheSystemAndSshAsWhoSignedIn() throws Exception {
        UsersCommand local = users();
        local.execute();
        UsersCommand ssh = users();
        as("ada", ssh);

        assertThat(calls).containsExactly(Actor.system("shell"), new Actor("ada", "Ada", Set.of("*")));
        assertThat(output()).contains("bob", "[SALES]", "2026-03-01 12:00:00Z");
    }

    @Test
    void aThreadThatNobodyIsKnownForMayNothing() {
        UsersCommand command = users();
        command.typing = AmphoraCommand::ofThread;

        assertThatThrownBy(command::execute).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void aUserOfThatNameIsNotTheLocalConsole() {
        assertThatThrownBy(() -> as("karaf", users())).hasCauseInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void somebodyDeactivatedMeanwhileMayNothing() {
        assertThatThrownBy(() -> as("gone", users())).hasCauseInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void createsAUserWithAPasswordTypedTwice() throws Exception {
        typed.addAll(List.of("correct horse", "correct horse"));
        UserCreateCommand command = userCreate();

        command.execute();

        assertThat(calls).contains(new NewUser("eve", "eve", null, Set.of(Role.SALES, Role.FINANCE), "correct horse"));
        assertThat(output()).contains("Created bob").doesNotContain("horse");
    }

    @Test
    void scriptGivesThePasswordAsTheirSessionCannotAsk() throws Exception {
        UserCreateCommand command = userCreate();
        command.password = "from a script";

        command.execute();

        assertThat(calls).contains(new NewUser("eve", "eve", null, Set.of(Role.SALES, Role.FINANCE), "from a script"));
    }

    @Test
    void refusesPasswordsThatDifferAndUnknownRoles() {
        typed.addAll(List.of("correct horse", "correct house"));
        assertThatThrownBy(() -> userCreate().execute()).isInstanceOf(AmphoraException.Invalid.class);

        UserCreateCommand command = userCreate();
        command.roles = List.of("king");
        assertThatThrownBy(command::execute).hasMessageContaining("king").hasMessageContaining("SALES");
        assertThat(calls).isEmpty();
    }

    @Test
    void replaysEachDeadLetter() throws Exception {
        ReplayCommand command = with(new ReplayCommand());
        command.ids = List.of(4L, 5L);
        command.deadLetters = fake(DeadLetters.class, Map.of());

        command.execute();

        assertThat(calls).containsExactly(Actor.system("shell"), 4L, Actor.system("shell"), 5L);
        assertThat(output()).contains("2 events");
    }

    @Test
    void listsDeadLettersWithTheReason() throws Exception {
        DeadLettersCommand command = with(new DeadLettersCommand());
        command.deadLetters = fake(DeadLetters.class, Map.of("list", new Page<>(List.of(new DeadLetters.Entry(9, "webhook", new Event(1, "order.placed", "42", "{}", NOON), "410 Gone", NOON)), null)));

        command.execute();

        assertThat(output()).contains("webhook", "order.placed", "42", "410 Gone");
    }

    @Test
    void saysWhichDomainIsSwitchedOff() {
        assertThatThrownBy(() -> with(new OrdersCommand()).execute()).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("order is not running");
    }

    private UsersCommand users() {
        UsersCommand command = with(new UsersCommand());
        command.users = fake(Users.class, Map.of("list", new Page<>(List.of(bob()), null)), "list");
        return command;
    }

    private UserCreateCommand userCreate() {
        UserCreateCommand command = with(new UserCreateCommand());
        command.name = "eve";
        command.roles = List.of("sales", "FINANCE");
        command.users = fake(Users.class, Map.of("create", bob()));
        return command;
    }

    private static User bob() {
        return new User(2, "bob", "Bob", null, Set.of(Role.SALES), true, NOON, NOON, 1);
    }

    private <C extends AmphoraCommand> C with(C command) {
        command.session = fake(Session.class, Map.of("getConsole", new PrintStream(printed, true, StandardCharsets.UTF_8)));
        command.typing = () -> Set.of(new UserPrincipal("karaf"), new ClientPrincipal("local", "localhost"));
        command.signIn = new SignIn() {
            @Override
            public Optional<Actor> authenticate(String name, String password, String from) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Actor> actor(String name) {
                return name.equals("ada") ? Optional.of(new Actor("ada", "Ada", Set.of("*"))) : Optional.empty();
            }
        };
        return command;
    }

    @SuppressWarnings("removal")
    private static void as(String name, AmphoraCommand command) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().addAll(Set.of(new UserPrincipal(name), new ClientPrincipal("ssh", "127.0.0.1:50000")));
        command.typing = AmphoraCommand::ofThread;
        PrivilegedExceptionAction<Object> action = command::execute;
        try {
            Subject.doAs(subject, action);
        } catch (java.security.PrivilegedActionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Answers by method name; writes down the first argument of the methods named, or all arguments of those without an answer. */
    private <T> T fake(Class<T> type, Map<String, ?> answers, String... recorded) {
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getName().equals("readLine")) {
                return typed.poll();
            }
            if (List.of(recorded).contains(method.getName())) {
                calls.add(args[0]);
            } else if (!answers.containsKey(method.getName())) {
                calls.addAll(List.of(args));
            } else if (method.getName().equals("create")) {
                calls.add(args[1]);
            }
            return answers.get(method.getName());
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
