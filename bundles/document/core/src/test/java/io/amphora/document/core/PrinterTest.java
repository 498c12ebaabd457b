package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.AmphoraException;
import io.amphora.document.api.DocumentException;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentTemplate;
import io.amphora.document.api.TemplateInfo;
import io.amphora.document.api.Xhtml;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Isolated;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final DocumentModel MODEL = Papers.of(DocumentKind.ORDER_CONFIRMATION, 1);

    private Instant now = Instant.EPOCH;
    private final Map<String, String> settings = new HashMap<>();
    private final Templates templates = new Templates(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });
    private final Printer printer = new Printer(templates, Twins.settings(settings), Duration.ofSeconds(20));

    /** What a test template does. */
    private interface Page {
        String of(DocumentModel model, Locale language) throws DocumentException;
    }

    private static DocumentTemplate template(String title, Page page) {
        return new DocumentTemplate() {
            @Override
            public String title(Locale language) {
                return title;
            }

            @Override
            public String render(DocumentModel model, Locale language) throws DocumentException {
                return page.of(model, language);
            }
        };
    }

    private void add(String id, int ranking, List<String> languages, Page page) {
        templates.add(id, new Template.Card(id, DocumentKind.ORDER_CONFIRMATION, languages, ranking, "com.example." + id, "1.2.3"), () -> template("Title of " + id, page));
    }

    private static String page(String text) {
        return "<html><head><title>x</title></head><body>" + Xhtml.text(text) + "</body></html>";
    }

    @AfterEach
    void stop() {
        printer.stop();
    }

    @Test
    void shippedTemplateMakesTheDocumentWhereNoOtherIs() throws IOException {
        Printer.Printed printed = printer.print(MODEL, Locale.ENGLISH);

        assertThat(Papers.text(printed.pdf())).contains("Order confirmation");
        assertThat(printed.template().id()).isEqualTo("shipped-order-confirmation");
        assertThat(printed.replaced()).isNull();
    }

    @Test
    void templateWithTheHighestRankingReplacesTheShippedOneUntilItGoes() throws IOException {
        add("low", 1, List.of(), (m, l) -> page("low"));
        add("high", 5, List.of(), (m, l) -> page("our own " + m.orderNumber()));

        Printer.Printed printed = printer.print(MODEL, Locale.ENGLISH);
        templates.remove("high");

        assertThat(Papers.text(printed.pdf())).contains("our own A-1001");
        assertThat(printed.template().bundle()).isEqualTo("com.example.high");
        assertThat(printed.template().bundleVersion()).isEqualTo("1.2.3");
        assertThat(Papers.text(printer.print(MODEL, Locale.ENGLISH).pdf())).contains("low");
        assertThat(printer.print(Papers.of(DocumentKind.PICKING_LIST, 1), Locale.ENGLISH).template().id()).isEqualTo("shipped-picking-list");
    }

    @Test
    void brokenTemplateIsReplacedByTheShippedOneWhichSaysSo() throws IOException {
        Map<String, Page> broken = Map.of("throws", (m, l) -> {
            throw new DocumentException("no logo", null);
        }, "misses-a-class", (m, l) -> {
            throw new NoClassDefFoundError("gone/Away");
        }, "null", (m, l) -> null, "no-page", (m, l) -> "<html><p></html>");
        for (Map.Entry<String, Page> b : broken.entrySet()) {
            add(b.getKey(), 5, List.of(), b.getValue());

            Printer.Printed printed = printer.print(MODEL, Locale.ENGLISH);

            assertThat(Papers.text(printed.pdf())).contains("Order confirmation");
            assertThat(printed.template().id()).isEqualTo("shipped-order-confirmation");
            assertThat(printed.replaced()).startsWith(b.getKey() + " (com.example." + b.getKey() + " 1.2.3): ");
            templates.remove(b.getKey());
        }
    }

    @Test
    void templateThatCannotEvenBeMadeIsReplacedToo() {
        templates.add("dead", new Template.Card("dead", DocumentKind.ORDER_CONFIRMATION, List.of(), 1, "com.example.dead", "1"), () -> {
            throw new ExceptionInInitializerError("constructor");
        });

        assertThat(printer.print(MODEL, Locale.ENGLISH).replaced()).startsWith("dead ");
        assertThat(printer.infos(Locale.ENGLISH)).filteredOn(i -> i.id().equals("dead")).extracting(TemplateInfo::title, TemplateInfo::health).containsExactly(tuple("dead", "failing"));
    }

    @Test
    void hangingTemplateIsNotWaitedFor() {
        printer.print(MODEL, Locale.ENGLISH);
        CountDownLatch never = new CountDownLatch(1);
        add("hangs", 5, List.of(), (m, l) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return page("late");
        });
        Template hanging = templates.of(DocumentKind.ORDER_CONFIRMATION, Locale.ENGLISH).get(0);

        assertThatThrownBy(() -> hanging.print(MODEL, Locale.ENGLISH, new PdfPress(), Isolated.threads("test"), Duration.ofMillis(50))).isInstanceOf(Template.Failed.class).hasMessage("no answer within 50 ms");
        never.countDown();
    }

    @Test
    void templateThatKeepsFailingIsNotAskedForAMinute() {
        AtomicInteger asked = new AtomicInteger();
        add("broken", 5, List.of(), (m, l) -> {
            asked.incrementAndGet();
            throw new IllegalStateException("no paper");
        });
        for (int i = 0; i < Breaker.FAILURES + 2; i++) {
            printer.print(MODEL, Locale.ENGLISH);
        }

        assertThat(asked).hasValue(Breaker.FAILURES);
        TemplateInfo info = printer.infos(Locale.ENGLISH).get(0);
        assertThat(info.health()).isEqualTo("open");
        assertThat(info.failures()).isEqualTo(Breaker.FAILURES);
        assertThat(info.lastError()).contains("no paper");
        now = now.plus(Breaker.REST);
        assertThat(printer.print(MODEL, Locale.ENGLISH).replaced()).contains("no paper");
        assertThat(asked).hasValue(Breaker.FAILURES + 1);
    }

    @Test
    void languageIsTheOneAskedForElseTheCustomersElseTheInstallations() {
        add("german", 5, List.of("de"), (m, l) -> page("Auftragsbestätigung"));
        DocumentKind kind = DocumentKind.ORDER_CONFIRMATION;

        assertThat(printer.language(kind, "zh-CN", "de")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(printer.language(kind, null, "de")).isEqualTo(Locale.GERMAN);
        assertThat(printer.language(kind, null, "fr")).isEqualTo(Locale.ENGLISH);
        settings.put(DocumentSettings.LANGUAGE, "zh");
        assertThat(printer.language(kind, null, null)).isEqualTo(Locale.CHINESE);
        assertThat(printer.language(DocumentKind.PICKING_LIST, null, "de")).isEqualTo(Locale.CHINESE);
        assertThatThrownBy(() -> printer.language(kind, "fr", null)).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("de, en, zh");
        assertThatThrownBy(() -> printer.language(kind, "!", null)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @Test
    void templateIsAskedOnlyForItsLanguages() throws IOException {
        add("german", 5, List.of("de"), (m, l) -> page("Auftragsbestätigung"));

        assertThat(Papers.text(printer.print(MODEL, Locale.GERMANY).pdf())).contains("Auftragsbestätigung");
        assertThat(Papers.text(printer.print(MODEL, Locale.SIMPLIFIED_CHINESE).pdf())).contains("订单确认书");
    }

    @Test
    void failedTemplateOfAnotherLanguageIsReplacedInTheInstallations() {
        settings.put(DocumentSettings.LANGUAGE, "zh");
        add("german", 5, List.of("de"), (m, l) -> {
            throw new IllegalStateException("kaputt");
        });

        assertThat(printer.print(MODEL, Locale.GERMAN).language()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void listNamesGuestsBeforeTheShippedOne() {
        add("ours", 0, List.of("en"), (m, l) -> page("x"));

        assertThat(printer.infos(Locale.SIMPLIFIED_CHINESE)).extracting(TemplateInfo::id, TemplateInfo::title, TemplateInfo::ranking).containsExactly(
                tuple("ours", "Title of ours", 0), tuple("shipped-order-confirmation", "订单确认书", null),
                tuple("shipped-picking-list", "拣货单", null), tuple("shipped-delivery-note", "送货单", null), tuple("shipped-quotation", "报价单", null),
                tuple("shipped-packing-slip", "装箱单", null), tuple("shipped-parcel-label", "包裹标签", null),
                tuple("shipped-invoice", "发票", null), tuple("shipped-credit-note", "红字发票", null));
    }
}
