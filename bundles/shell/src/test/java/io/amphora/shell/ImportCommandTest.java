package io.amphora.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.Import.State;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> calls = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void importsWithAChosenColumnAndSaysWhatHappened() throws Exception {
        ImportCommand command = command(Files.writeString(folder.resolve("x.csv"), "a,b\n"));
        command.mapping = List.of("sku=Artikel=1");

        command.execute();

        assertThat(calls).containsExactly("upload ORDER_LINES", "adjust {quantity=Qty, sku=Artikel=1}", "run", "find", "rejected");
        assertThat(output()).contains("3 rows, 2 accepted, 1 rejected", "order: 2 new", "amount: 12.345 GBP", "line 7: quantity \"two\" is not a number");
    }

    @Test
    void onlySaysWhatWouldHappenInADryRun() throws Exception {
        ImportCommand command = command(Files.writeString(folder.resolve("x.csv"), "a,b\n"));
        command.dryRun = true;

        command.execute();

        assertThat(calls).containsExactly("upload ORDER_LINES", "dryRun", "find", "rejected");
    }

    @Test
    void namesAMissingFileAndADomainThatIsOff() {
        assertThatThrownBy(() -> command(folder.resolve("none.csv")).execute()).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("none.csv");
        ImportCommand off = command(folder);
        off.imports = null;
        assertThatThrownBy(off::execute).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("transfer");
    }

    private ImportCommand command(Path file) {
        ImportCommand command = new ImportCommand();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        command.typing = () -> java.util.Set.of(new org.apache.karaf.jaas.boot.principal.ClientPrincipal("local", "localhost"));
        command.session = (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, (p, m, a) -> m.getName().equals("getConsole") ? out : null);
        command.kind = "order-lines";
        command.file = file.toString();
        command.imports = (Imports) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Imports.class}, (p, m, a) -> answer(m.getName(), a));
        return command;
    }

    private Object answer(String method, Object[] args) {
        calls.add(method + (method.equals("upload") ? " " + args[1] : method.equals("adjust") ? " " + new java.util.TreeMap<>((Map<?, ?>) args[5]) : ""));
        return switch (method) {
            case "upload", "adjust" -> at(State.READY);
            case "run" -> at(State.RUNNING);
            case "dryRun" -> at(State.CHECKING);
            case "rejected" -> new Page<>(List.of(new RejectedRow(1, 7, RejectedRow.State.OPEN, List.of(), "", List.of(Problem.of("quantity", "x", "\"{0}\" is not a number", "two")), 0)), null);
            default -> at(calls.contains("run") ? State.DONE : State.CHECKED);
        };
    }

    private static Import at(State state) {
        Outcome outcome = new Outcome(3, 2, 1, 0, 1, List.of(new Outcome.Effect("order", 2, 0, 0)), List.of(new Outcome.Amount("GBP", new BigDecimal("12.3450"))), List.of(), null, null,
                Instant.EPOCH, 1);
        return new Import(4, ImportKind.ORDER_LINES, "x.csv", 3, state, new FileFormat("UTF-8", ",", "\"", 0, FileFormat.DateOrder.YMD, false), Map.of("quantity", "Qty"),
                new ImportOptions("import", "EUR", null, "UTC", null, List.of()), List.of(), outcome, outcome, null, Import.Progress.NONE, "x", Instant.EPOCH, Instant.EPOCH, 1);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
