package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;

/** One order from the keyboard of a clerk to its end, each step by who does it in the business. */
final class Way {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en", Map.of("review", "In review", "approve", "Approve", "assigned", "Assigned", "pick", "Mark as picked", "ship", "Ship", "deliver", "Mark as delivered", "complete", "Complete", "completed", "Completed"),
            "zh", Map.of("review", "审核中", "approve", "通过", "assigned", "已分配", "pick", "标记为已拣货", "ship", "发货", "deliver", "标记为已签收", "complete", "完成", "completed", "已完成"));
    private final Browsers browsers;

    Way(Browsers browsers) {
        this.browsers = browsers;
    }

    /** @param language {@code en} or {@code zh} */
    void through(String language) {
        Map<String, String> words = WORDS.get(language);
        Page sales = window("sam", language);
        String path = enterByKeyboard(sales);
        badge(sales, words.get("review"));

        Page manager = window("mia", language);
        manager.navigate(path);
        press(manager, words.get("approve"));
        manager.locator("#reason textarea").fill("agreed by phone");
        manager.locator("#confirm").click();
        // the rules assign what is approved, and the clerk's page follows without a reload
        badge(sales, words.get("assigned"));

        Page warehouse = window("wang", language);
        warehouse.navigate(path);
        press(warehouse, words.get("pick"));
        press(warehouse, words.get("ship"));
        warehouse.locator("#tracking input").fill("JD014600001");
        warehouse.locator("#confirm").click();
        press(warehouse, words.get("deliver"));

        Page finance = window("finn", language);
        finance.navigate(path);
        press(finance, words.get("complete"));
        badge(finance, words.get("completed"));
        assertThat(finance.locator(".timeline").innerText()).contains("agreed by phone");
        assertThat(finance.locator("body").innerText()).contains("JD014600001");
        for (Page page : new Page[] {sales, manager, warehouse, finance}) {
            page.context().close();
        }
    }

    private Page window(String user, String language) {
        Page page = browsers.signIn(browsers.window(language.equals("en") ? "en" : "zh-CN"), user);
        if (!page.evaluate("() => document.documentElement.lang").toString().startsWith(language)) {
            page.locator("#language").click();
            page.locator("#language-" + language).click();
            page.waitForFunction("l => document.documentElement.lang.startsWith(l)", language);
        }
        return page;
    }

    private String enterByKeyboard(Page page) {
        page.navigate(browsers.url("/console/orders"));
        page.waitForSelector("vaadin-grid");
        page.keyboard().press("n");
        page.waitForURL(Pattern.compile(".*/new-order"));
        Locator customer = page.locator("#customer input");
        customer.click();
        customer.pressSequentially("Café C", new Locator.PressSequentiallyOptions().setDelay(30));
        page.waitForSelector("vaadin-combo-box-item:has-text('Café Central')");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        line(page, "CUP-CEL-1", "3");
        line(page, "TEA-EG-100", "2");
        assertThat(page.locator(".entry-line").count()).isEqualTo(2);
        Locator price = page.locator(".entry-line").first().locator("vaadin-big-decimal-field").nth(1).locator("input");
        price.fill("7");
        price.press("Tab");
        page.keyboard().press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/order/[0-9]+"));
        return page.url();
    }

    private static void line(Page page, String sku, String quantity) {
        Locator product = page.locator("#entry-product input");
        product.click();
        product.pressSequentially(sku, new Locator.PressSequentiallyOptions().setDelay(20));
        page.waitForSelector("vaadin-combo-box-item:has-text('" + sku + "')");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        Locator count = page.locator("#entry-quantity input");
        page.waitForFunction("() => document.activeElement?.closest('#entry-quantity')");
        count.fill(quantity);
        count.press("Enter");
        page.waitForSelector(".entry-line:has-text('" + sku + "')");
    }

    private static void press(Page page, String label) {
        page.locator(".page-actions vaadin-button[theme~=primary]", new Page.LocatorOptions().setHasText(label)).click();
    }

    private static void badge(Page page, String text) {
        page.locator(".page-badges .badge", new Page.LocatorOptions().setHasText(text)).waitFor();
    }
}
