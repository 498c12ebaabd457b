package io.amphora.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.catalog.api.ProductData;
import io.amphora.identity.api.Role;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    @Test
    void everyRoleHasAUser() {
        assertThat(DemoUsers.all()).flatExtracting(u -> u.roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(DemoUsers.text()).contains("mia", DemoUsers.PASSWORD);
    }

    @Test
    void everyProductHasItsOwnSkuAndAPrice() {
        assertThat(DemoMasters.products()).extracting(ProductData::sku).doesNotHaveDuplicates();
        assertThat(DemoMasters.products()).allSatisfy(p -> assertThat(p.price().amount()).isPositive());
    }

    @Test
    void everyCustomerHasAnAddressAParcelWouldReach() {
        assertThat(DemoMasters.customers()).allSatisfy(c -> assertThat(c.addresses().get(0).isComplete()).isTrue());
    }

    @Test
    void barcodesAreGtins() {
        for (int i = 0; i < DemoMasters.products().size(); i++) {
            assertThat(io.amphora.common.Gs1.isGtin(DemoShelves.gtin(i))).isTrue();
        }
    }
}
