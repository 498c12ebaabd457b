package io.amphora.demo;

import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Products, customers, locations and stock of a shop for tea and tableware. */
final class DemoMasters {
    private static final String[] PRODUCTS = {
        "TEA-DJ-100|Darjeeling First Flush 100 g|Tea|12.90", "TEA-AS-250|Assam Breakfast 250 g|Tea|9.80", "TEA-LJ-100|龙井绿茶 Longjing 100 g|Tea|24.50",
        "TEA-TGY-100|铁观音 Tieguanyin 100 g|Tea|21.00", "TEA-PE-357|普洱茶饼 Pu-erh Cake 357 g|Tea|48.00", "TEA-EG-100|Earl Grey 100 g|Tea|8.20",
        "TEA-RB-200|Rooibos Vanilla 200 g|Tea|7.40", "TEA-GP-100|Gunpowder 100 g|Tea|6.90", "TEA-JS-100|Jasmine Pearls 100 g|Tea|18.30", "TEA-MT-30|Matcha Ceremonial 30 g|Tea|29.00",
        "POT-YX-200|紫砂壶 Yixing Pot 200 ml|Tableware|89.00", "POT-GL-600|Glass Teapot 600 ml|Tableware|32.50", "POT-CI-800|Cast Iron Pot 800 ml|Tableware|64.00",
        "CUP-CEL-1|青瓷杯 Celadon Cup|Tableware|14.00", "CUP-GL-2|Double-wall Glass, pair|Tableware|22.90", "CUP-PO-6|Porcelain Cups, set of 6|Tableware|39.00",
        "GAI-WH-120|盖碗 Gaiwan white 120 ml|Tableware|26.00", "TRY-BB-M|Bamboo Tray M|Accessories|34.00", "FLT-SS-1|Stainless Infuser|Accessories|5.50", "FLT-PA-100|Paper Filters, 100|Accessories|4.20",
        "TIN-100|Tea Tin 100 g|Accessories|6.00", "TIN-250|Tea Tin 250 g|Accessories|8.50", "KET-GN-09|Gooseneck Kettle 0.9 l|Appliances|79.00", "KET-TC-17|Kettle with Thermostat 1.7 l|Appliances|59.00",
        "SCL-01|Pocket Scale 0.1 g|Appliances|18.00", "WHI-BB-1|Bamboo Whisk|Accessories|16.50", "HON-AC-250|Acacia Honey 250 g|Grocery|7.80", "SUG-RK-500|Rock Sugar 500 g|Grocery|4.90",
        "COO-AL-200|Almond Biscuits 200 g|Grocery|5.60", "GIF-TEA-3|Gift Box, three teas|Gifts|42.00", "GIF-SET-A|礼盒 Gift Set Tea & Cups|Gifts|96.00", "BOO-TEA-1|The Book of Tea|Gifts|15.00"};
    private static final String[] CUSTOMERS = {
        "Teehaus Lindner|Germany|Hauptstr. 12|Hamburg|20095", "Café Central|Austria|Herrengasse 14|Wien|1010", "Leaf & Loom Ltd|United Kingdom|4 Market Row|York|YO1 8JA",
        "Maison du Thé|France|18 rue des Rosiers|Paris|75004", "上海茗香贸易有限公司|China|南京西路 688 号|上海|200041", "北京一品茶庄|China|前门大街 25 号|北京|100051", "杭州西湖茶叶店|China|龙井路 3 号|杭州|310013",
        "Nordlys AS|Norway|Karl Johans gate 5|Oslo|0154", "Tea Time Oy|Finland|Esplanadi 2|Helsinki|00130", "Casa del Tè|Italy|Via Garibaldi 8|Torino|10122", "El Rincón del Té|Spain|Calle Mayor 31|Madrid|28013",
        "Theehuis Amstel|Netherlands|Keizersgracht 210|Amsterdam|1016 DX", "Zielona Herbata sp. z o.o.|Poland|Nowy Świat 44|Warszawa|00-363", "Anna Bergström|Sweden|Storgatan 9|Uppsala|753 31",
        "James O''Neill|Ireland|2 Quay Street|Galway|H91 XY2K", "Yuki Tanaka|Japan|1-2-3 Ginza|Tokyo|104-0061", "Priya Nair|India|MG Road 77|Kochi|682016", "Maria Silva|Portugal|Rua Augusta 100|Lisboa|1100-053",
        "Hotel Alpenblick|Switzerland|Bahnhofstr. 3|Luzern|6003", "Café Blaumann|Germany|Torstr. 99|Berlin|10119", "深圳雅集文化有限公司|China|华强北路 1001 号|深圳|518031", "Grand Hotel Praha|Czechia|Na Příkopě 12|Praha|110 00"};

    private DemoMasters() {
    }

    static void create(Actor by, Products products, Customers customers, Locations locations, Stock stock) {
        List<ProductData> goods = products();
        products.saveAll(by, goods);
        products.saveAll(by, List.of(new ProductData("POST", "Postage", "pcs", Money.of("6.90", "EUR"), "Services", true, false)));
        customers.saveAll(by, customers());
        locations.create(by, "EAST", "East Hub Warszawa", "Poland", 20);
        locations.create(by, "SH", "上海仓 Shanghai", "China", 30);
        Random random = new Random(7);
        for (Location location : locations.list(by)) {
            for (ProductData p : goods) {
                int quantity = random.nextInt(10) == 0 ? random.nextInt(6) + 1 : 80 + random.nextInt(400);
                stock.receive(by, p.sku(), location.id(), BigDecimal.valueOf(quantity), "opening stock");
            }
        }
    }

    static List<ProductData> products() {
        List<ProductData> rows = new ArrayList<>();
        for (String line : PRODUCTS) {
            String[] p = line.split("\\|");
            rows.add(new ProductData(p[0], p[1], "pcs", Money.of(p[3], "EUR"), p[2], true, true));
        }
        return rows;
    }

    static List<CustomerData> customers() {
        List<CustomerData> rows = new ArrayList<>();
        for (String line : CUSTOMERS) {
            String[] c = line.replace("''", "'").split("\\|");
            String number = "K" + (10001 + rows.size());
            rows.add(new CustomerData(number, c[0], "order" + (rows.size() + 1) + "@example.com", "+49 40 5550" + (100 + rows.size()), c[1], rows.size() == 20, null,
                    List.of(new Address(c[0], c[2], c[3], null, c[4], c[1]))));
        }
        return rows;
    }
}
