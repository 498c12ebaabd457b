package io.amphora.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnumTextsTest {
    private enum OrderStatus {
        IN_REVIEW, PICKED
    }

    private final Problem problem = Problem.of("", "x", "{0} is {1}: {2}", "A-1", OrderStatus.IN_REVIEW, List.of(OrderStatus.PICKED, OrderStatus.IN_REVIEW));

    @Test
    void englishWithoutMessagesIsReadable() {
        assertThat(problem.message()).isEqualTo("A-1 is in review: picked, in review");
    }

    @Test
    void messagesNameValues() {
        assertThat(EnumTexts.named(problem.args(), Map.of("order.status.in-review", "审核中")::get)).containsExactly("A-1", "审核中", "picked, 审核中");
    }

    @Test
    void nothingIsADash() {
        assertThat(EnumTexts.named(List.of(List.of()), key -> null)).containsExactly("–");
    }

    @Test
    void aKindOfThingIsNamed() {
        Problem absent = new AmphoraException.NotFound("pick list", 7).problems().get(0);
        assertThat(absent.message()).isEqualTo("there is no pick list 7");
        assertThat(EnumTexts.named(absent.args(), Map.of("kind.pick-list", "拣货单")::get)).containsExactly("拣货单", "7");
    }

    @Test
    void aNestedStateSaysOfWhat() {
        assertThat(EnumTexts.key(Inbox.State.WAITING)).isEqualTo("inbox.state.waiting");
    }

    private static final class Inbox {
        private enum State {
            WAITING
        }
    }
}
