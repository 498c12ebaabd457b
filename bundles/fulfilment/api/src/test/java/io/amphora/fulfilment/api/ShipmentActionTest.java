package io.amphora.fulfilment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShipmentActionTest {
    @Test
    void everyStateIsReachedFromPreparing() {
        Set<ShipmentState> reached = EnumSet.of(ShipmentState.PREPARING);
        Deque<ShipmentState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            ShipmentAction.nextOf(open.pop()).stream().map(ShipmentAction::to).filter(reached::add).forEach(open::push);
        }

        assertThat(reached).containsExactlyInAnyOrder(ShipmentState.values());
    }

    @Test
    void onlyFinalStatesLeadNowhere() {
        for (ShipmentState state : ShipmentState.values()) {
            assertThat(ShipmentAction.nextOf(state).isEmpty()).as(state.name()).isEqualTo(state.isFinal());
        }
    }

    @Test
    void whatIsUnderWayIsMovedByWhatIsHeard() {
        for (TrackingStatus status : TrackingStatus.values()) {
            assertThat(status.action() == null || status.action().from().stream().allMatch(ShipmentState::underWay)).as(status.name()).isTrue();
        }
    }

    @Test
    void theWorstParcelSpeaksForTheShipmentElseTheSlowest() {
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.DELIVERED, ShipmentState.IN_TRANSIT))).isEqualTo(ShipmentState.IN_TRANSIT);
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.DELIVERED, ShipmentState.LOST))).isEqualTo(ShipmentState.LOST);
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.DELIVERED, ShipmentState.DELIVERED))).isEqualTo(ShipmentState.DELIVERED);
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.DELIVERED, ShipmentState.RETURNED))).isEqualTo(ShipmentState.RETURNED);
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.SHIPPED, ShipmentState.RETURNED))).isEqualTo(ShipmentState.SHIPPED);
        assertThat(ShipmentState.ofParcels(List.of(ShipmentState.RETURNED))).isEqualTo(ShipmentState.RETURNED);
    }
}
