package io.amphora.notification.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
    @Test
    void namesAllUnknownPlaceholdersInOneProblem() {
        Problems problems = new Problems();
        TemplateText.check("body", "{{order.number}} {{colour}} {{ size }} {{colour}}", List.of("order.number"), problems);
        assertThat(problems.all()).extracting(Problem::message).containsExactly("there is no placeholder {{colour}}, {{size}}");
    }

    @Test
    void findsBracesThatAreLeftOpen() {
        Problems problems = new Problems();
        TemplateText.check("body", "Order {{order.number} is here", List.of("order.number"), problems);
        assertThat(problems.all()).extracting(Problem::code).containsExactly("template.braces");
    }

    @Test
    void putsValuesAsTheyAreAndLooksAtThemOnlyOnce() {
        assertThat(TemplateText.fill("{{a}}/{{ b }}/{{c}}", Map.of("a", "$1 {{b}}", "b", "\\"))).isEqualTo("$1 {{b}}/\\/");
    }

    @Test
    void keepsSubjectsInOneLine() {
        assertThat(TemplateText.line("a\r\nBcc: b", 200)).isEqualTo("a Bcc: b");
        assertThat(TemplateText.line("x".repeat(300), 200)).hasSize(200).endsWith("…");
    }

    @Test
    void closesGapsThatEmptyValuesLeave() {
        assertThat(TemplateText.body("a \n\n\n\nb\n\n", 100)).isEqualTo("a\n\nb");
    }

    @Test
    void escapesEverythingInDocuments() {
        String html = MailHtml.of("<b>", "Lee & <script>alert('x')</script>\nline\n\nhttps://a.example/x?y=1&z=2.", Locale.ENGLISH);
        assertThat(html).doesNotContain("<script").contains("<title>&lt;b&gt;</title>").contains("Lee &amp; &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>line</p>")
                .contains("<a href=\"https://a.example/x?y=1&amp;z=2\"");
    }

    @Test
    void productTextsAreCompleteAndUseOnlyKnownPlaceholders() {
        List<Template> all = DefaultTemplates.all();
        long customers = Arrays.stream(Occasion.values()).filter(Occasion::customers).count();
        assertThat(all).as("in two languages").hasSize((int) (2 * (Occasion.values().length + customers)));
        for (Template t : all) {
            Problems problems = new Problems();
            assertThat(t.subject()).as("%s %s %s", t.occasion(), t.audience(), t.language()).isNotBlank();
            List<String> known = Placeholders.of(t.occasion(), t.audience());
            TemplateText.check("subject", t.subject(), known, problems);
            TemplateText.check("body", problems.text("body", t.body(), 8000), known, problems);
            assertThat(problems.all()).as("%s %s %s", t.occasion(), t.audience(), t.language()).isEmpty();
            assertThat(SampleFacts.in(t.language())).as("samples for all placeholders").containsKeys(known.toArray(String[]::new));
        }
    }
}
