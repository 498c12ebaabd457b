package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, for everybody, on every screen. */
class PagesIT {
    private static final List<String> PAGES = List.of("", "orders", "new-order", "payments", "returns", "return-setup", "payment-setup", "products", "customers", "stock", "locations", "movements", "imports", "reports", "extensions", "users", "audit", "inbox", "channels", "waves", "pick", "pack", "shipments", "account");
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = new Browsers(Amphora.demo());
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private static void go(Page page, String path) {
        page.navigate(Amphora.demo().url("/console/" + path));
        page.waitForSelector("vaadin-app-layout");
        page.waitForSelector("h1");
        // everything of the server is shown; a list without its connector would stay empty
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive()) && [...document.querySelectorAll('vaadin-grid, vaadin-combo-box')].every(e => e.$connector)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "mia", "sam", "siri", "wang", "finn", "ivan"})
    void everyMenuEntryOpensWithoutAnError(String user) {
        Page page = browsers.signIn(browsers.window("en"), user);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        @SuppressWarnings("unchecked")
        List<String> paths = (List<String>) page.evaluate("() => [...document.querySelectorAll('vaadin-side-nav-item')].map(e => e.getAttribute('path')).filter(p => p !== null)");

        for (String path : paths) {
            go(page, path);
            assertThat(page.locator("h1").first().textContent()).as(path).isNotBlank().doesNotContain("!");
            assertThat(page.locator("vaadin-notification-card[theme~=error]").count()).as("error on " + path).isZero();
        }
        assertThat(paths).hasSizeGreaterThan(2);
        assertThat(errors).isEmpty();
        page.context().close();
    }

    @Test
    void nothingScrollsSidewaysOnAPhone() {
        Page page = browsers.signIn(browsers.window("en", Browsers.PHONE, 740), "admin");
        List<String> wide = new ArrayList<>();

        for (String path : PAGES) {
            go(page, path);
            int width = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
            if (width > Browsers.PHONE) {
                wide.add(path + " " + width);
            }
        }

        assertThat(wide).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingSerious(String theme) {
        Page page = browsers.signIn(browsers.window("en"), "admin");
        go(page, "");
        page.locator("#theme").click();
        page.locator("#theme-" + theme).click();
        List<String> found = new ArrayList<>();

        for (String path : PAGES) {
            go(page, path);
            for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                if (List.of("serious", "critical").contains(rule.getImpact())) {
                    found.add(theme + " /" + path + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
                }
            }
        }

        assertThat(found).isEmpty();
        page.context().close();
    }

    @Test
    void chineseHasNoMissingTexts() {
        Page page = browsers.signIn(browsers.window("zh-CN"), "admin");
        if (!page.evaluate("() => document.documentElement.lang").toString().startsWith("zh")) {
            page.locator("#language").click();
            page.locator("#language-zh").click();
            page.waitForFunction("() => document.documentElement.lang.startsWith('zh')");
        }
        List<String> missing = new ArrayList<>();

        for (String path : PAGES) {
            go(page, path);
            String text = (String) page.evaluate("() => document.body.innerText");
            text.lines().filter(l -> l.matches(".*![a-z]+(\\.[a-z-]+)+.*")).forEach(l -> missing.add(path + ": " + l));
        }

        assertThat(page.locator("h1").first().textContent()).containsPattern("\\p{IsHan}");
        assertThat(missing).isEmpty();
        page.locator("#language").click();
        page.locator("#language-en").click();
        page.context().close();
    }

    @Test
    void theLogHasNoStackTrace() throws Exception {
        String log = Files.readString(Amphora.demo().home().resolve("data/log/karaf.log"));

        assertThat(log.lines().filter(l -> l.startsWith("\tat "))).isEmpty();
        assertThat(log.lines().filter(l -> l.contains(" WARN ")).count()).isLessThan(30);
    }
}
