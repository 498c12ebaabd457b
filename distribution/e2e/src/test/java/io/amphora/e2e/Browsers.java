package io.amphora.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Path;
import java.util.List;

/** The system's Chromium, one for all tests of a class. */
final class Browsers implements AutoCloseable {
    static final int PHONE = 360;

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));

    private final RunningServer server;

    /** @param server whose pages they show */
    Browsers(RunningServer server) {
        this.server = server;
    }

    String url(String path) {
        return server.url(path);
    }

    /** A fresh browser window. @param language {@code en} or {@code zh-CN} */
    Page window(String language, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("Europe/Berlin").setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    Page window(String language) {
        return window(language, 1400, 900);
    }

    /** Signs in at the sign-in page and waits for the shell. */
    Page signIn(Page page, String user) {
        page.navigate(server.url("/console/login"));
        page.locator("input[name=name]").fill(user);
        page.locator("input[name=password]").fill(Amphora.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
