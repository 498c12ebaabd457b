package io.amphora.fulfilment.core.pick;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.fulfilment.api.PickAction;
import io.amphora.fulfilment.api.PickState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickRulesTest {
    @Test
    void numbersInBinsCountAsNumbers() {
        assertThat(List.of("A-10", "A-2", "B-1", "A-2b", "a-3").stream().sorted(PickStore::natural).toList()).containsExactly("A-2", "A-2b", "a-3", "A-10", "B-1");
    }

    @Test
    void everyStateIsReachedAndOnlyFinalOnesLeadNowhere() {
        for (PickState s : PickState.values()) {
            assertThat(PickAction.nextOf(s).isEmpty()).as(s.name()).isEqualTo(s.isFinal());
            assertThat(s == PickState.OPEN || Arrays.stream(PickAction.values()).anyMatch(a -> a.to() == s)).isTrue();
        }
    }
}
