package io.amphora.demo;

import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Actor;
import io.amphora.common.Gs1;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Shelves;
import java.util.List;

/** What is printed on the goods, and where they lie. */
final class DemoShelves {
    /** A GS1 company prefix that is nobody's. */
    static final String COMPANY = "4012345";
    private static final int PER_RACK = 6;

    private DemoShelves() {
    }

    static void fill(Actor by, Barcodes barcodes, Shelves shelves, List<Location> locations) {
        List<ProductData> goods = DemoMasters.products();
        for (int i = 0; i < goods.size(); i++) {
            ProductData p = goods.get(i);
            barcodes.set(by, p.sku(), List.of(gtin(i)));
            for (Location location : locations) {
                shelves.place(by, p.sku(), location.id(), p.productLine(), (char) ('A' + i / PER_RACK) + "-" + (i % PER_RACK + 1));
            }
        }
    }

    /** EAN-13. */
    static String gtin(int number) {
        String body = COMPANY + String.format("%05d", number + 1);
        return body + Gs1.checkDigit(body);
    }
}
