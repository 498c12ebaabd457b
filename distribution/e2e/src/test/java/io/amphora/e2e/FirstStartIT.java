package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A server without users: only who can read its terminal becomes the administrator. */
class FirstStartIT {
    @Test
    void oneTimeTokenMakesTheAdministratorWhoThenSignsIn() throws Exception {
        try (RunningServer server = new RunningServer(Amphora.archive(), Amphora.home("first")); Browsers browsers = new Browsers(server)) {
            server.append("etc/org.ops4j.pax.logging.cfg", "log4j2.logger.karaf.level = INFO");
            server.start("512m");
            // a boot that has to stop what is starting already may never end
            assertThat(Files.readString(server.home().resolve("data/log/karaf.log"))).contains("Bundles to install").doesNotContain("Stopping bundles");
            Path file = server.home().resolve("data/setup-token");
            String token = Files.readString(file).strip();
            assertThat(Files.readString(server.home().resolve("console.log"))).contains(token);
            Page page = browsers.window("en");

            page.navigate(server.url("/"));
            assertThat(page.url()).endsWith("/console/setup");
            fill(page, "wrong", "Ada");
            assertThat(page.locator("body").textContent()).doesNotContain("exception");
            assertThat(page.url()).endsWith("/console/setup");
            fill(page, token, "Ada");
            page.waitForSelector("vaadin-app-layout");

            assertThat(Files.exists(file)).isFalse();
            page.context().clearCookies();
            page.navigate(server.url("/console/"));
            assertThat(page.url()).contains("/console/login");
        }
    }

    private static void fill(Page page, String token, String displayName) {
        page.locator("input[name=token]").fill(token);
        page.locator("input[name=name]").fill("ada");
        page.locator("input[name=displayName]").fill(displayName);
        page.locator("input[name=password]").fill("a long password");
        page.locator("button[type=submit]").click();
        page.waitForLoadState();
    }
}
