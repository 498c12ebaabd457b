package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Bundles come and go in deploy/ while somebody looks. */
class HotDeployIT {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @Test
    void menuEntryOfADroppedReportAppearsInAnOpenBrowserWithinThreeSecondsAndGoesAgain() throws Exception {
        RunningServer server = Amphora.demo();
        Path jar = Amphora.extension("report-abc", "io.amphora.ext.report.abc");
        try (Browsers browsers = new Browsers(Amphora.demo())) {
            Page page = browsers.signIn(browsers.window("en"), "mia");
            Locator entry = page.locator("vaadin-side-nav-item[path*='report/abc']");
            assertThat(entry.count()).isZero();
            String token = Amphora.token(server, "mia");
            AtomicInteger failed = new AtomicInteger();
            Thread others = new Thread(() -> otherRequests(server, token, failed));
            others.start();

            long dropped = System.nanoTime();
            server.drop(jar);
            entry.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED).setTimeout(LIMIT.toMillis()));
            assertThat(Duration.ofNanos(System.nanoTime() - dropped)).isLessThanOrEqualTo(LIMIT);
            page.navigate(server.url("/console/report/abc-products"));
            page.waitForSelector("console-echart");
            page.navigate(server.url("/console/orders"));
            page.waitForSelector("vaadin-grid");
            server.undrop(jar);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> entry.count() == 0);

            others.interrupt();
            others.join();
            assertThat(failed).hasValue(0);
        } finally {
            server.undrop(jar);
        }
    }

    private static void otherRequests(RunningServer server, String token, AtomicInteger failed) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                server.get("/api/v1/orders?size=5", token);
                if (server.status("/console/login") != 200) {
                    failed.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failed.incrementAndGet();
        }
    }
}
