package io.amphora.transfer.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.RejectedRow;

/** States as badges. */
final class States {
    private States() {
    }

    static Badge of(Import.State state) {
        Badge.Tone tone = switch (state) {
            case READY, UNDONE -> Badge.Tone.NEUTRAL;
            case CHECKING, RUNNING, CHECKED -> Badge.Tone.INFO;
            case DONE -> Badge.Tone.SUCCESS;
            case CANCELLED -> Badge.Tone.WARNING;
            case FAILED -> Badge.Tone.ERROR;
        };
        return Badge.text(tone, Texts.of("transfer.state", state));
    }

    /** Before the run nothing has gone to the inbox yet. */
    static Badge of(Import i, RejectedRow.State state) {
        return state == RejectedRow.State.INBOX && i.result() == null ? Badge.of(Badge.Tone.WARNING, "transfer.row-state.would-wait") : of(state);
    }

    private static Badge of(RejectedRow.State state) {
        Badge.Tone tone = switch (state) {
            case OPEN -> Badge.Tone.ERROR;
            case FIXED -> Badge.Tone.INFO;
            case IMPORTED -> Badge.Tone.SUCCESS;
            case INBOX -> Badge.Tone.WARNING;
            case SKIPPED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("transfer.row-state", state));
    }

    /** Orders of the past are something else than live ones. */
    static String kind(Import i) {
        return i.kind() != ImportKind.ORDER_LINES ? of(i.kind()) : Texts.of("transfer.kind." + how(i));
    }

    private static String how(Import i) {
        return i.options() == null || !i.options().live() ? "historic" : i.options().again() ? "again" : "live";
    }

    static String of(ImportKind kind) {
        return Texts.of("transfer.kind", kind);
    }
}
