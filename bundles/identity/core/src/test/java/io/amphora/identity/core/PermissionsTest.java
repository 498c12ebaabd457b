package io.amphora.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.identity.api.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    @Test
    void administratorMayEverything() {
        assertThat(Permissions.of(Set.of(Role.SALES, Role.ADMIN))).containsExactly("*");
    }

    @Test
    void managerMayEverythingInBusinessButNotRunTheSystem() {
        Set<String> all = new HashSet<>(Permissions.names());
        all.removeAll(Permissions.of(List.of(Role.MANAGER)));

        assertThat(all).containsExactlyInAnyOrder("identity.manage", "extension.manage", "platform.operate");
    }

    @Test
    void warehouseShipsButSeesNoCustomersAndNoReports() {
        assertThat(Permissions.of(List.of(Role.WAREHOUSE))).containsExactlyInAnyOrder("catalog.read", "inventory.read", "inventory.adjust", "order.read", "order.hold", "order.promise", "order.attach", "order.fulfil", "fulfilment.track", "returns.read", "returns.receive");
    }

    @Test
    void financeSettlesTakesMoneyAndAuditsButChangesNothingElse() {
        assertThat(Permissions.of(List.of(Role.FINANCE))).containsExactlyInAnyOrder("catalog.read", "customer.read", "customer.credit", "order.read", "order.credit", "order.hold", "order.attach", "order.complete", "payment.read", "payment.take", "payment.refund", "returns.read", "returns.settle", "document.invoice", "document.configure", "report.read", "audit.read");
    }

    @Test
    void serviceMayWhatSalesMayExceptReportsAndCompletesAndDecidesAboutReturns() {
        Set<String> expected = new HashSet<>(Permissions.of(List.of(Role.SALES)));
        expected.remove("report.read");
        expected.add("order.complete");
        expected.add("returns.decide");

        assertThat(Permissions.of(List.of(Role.SERVICE))).isEqualTo(expected);
    }

    @Test
    void severalRolesAddUp() {
        assertThat(Permissions.of(List.of(Role.WAREHOUSE, Role.FINANCE))).contains("order.fulfil", "report.read");
        assertThat(Permissions.of(List.of())).isEmpty();
    }
}
