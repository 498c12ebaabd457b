package io.amphora.transfer.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.transfer.core.SampleData;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final String CHINESE = "订单编号,总金额,收货地址\n1,178.80,内蒙古自治区呼和浩特市\n2,21.00,上海\n";
    private static final String FRENCH = "Numéro,Désignation,Prix\n1,Crème brûlée à l’ancienne,12€\n2,Thé glacé,3\n";
    private static final String GERMAN = "Größe,Straße\n1,Übermäßig große Äpfel\n";

    @Test
    void tellsCommonEncodingsApart() throws Exception {
        assertThat(detect(CHINESE, "UTF-8")).isEqualTo("UTF-8");
        assertThat(detect(CHINESE, "GBK")).isEqualTo("GB18030");
        assertThat(detect(CHINESE, "GB18030")).isEqualTo("GB18030");
        assertThat(detect(FRENCH, "windows-1252")).isEqualTo("windows-1252");
        assertThat(detect(GERMAN, "ISO-8859-1")).isEqualTo("windows-1252");
        assertThat(detect(FRENCH, "UTF-8")).isEqualTo("UTF-8");
        assertThat(detect("a,b\n1,2\n", "US-ASCII")).isEqualTo("UTF-8");
    }

    @Test
    void readsByteOrderMarksAndDoesWithoutThem() throws Exception {
        assertThat(detect("\uFEFF" + CHINESE, "UTF-8")).isEqualTo("UTF-8");
        assertThat(detect("\uFEFF" + CHINESE, "UTF-16LE")).isEqualTo("UTF-16LE");
        assertThat(detect("\uFEFF" + CHINESE, "UTF-16BE")).isEqualTo("UTF-16BE");
        assertThat(detect(FRENCH, "UTF-16LE")).isEqualTo("UTF-16LE");
        assertThat(detect(CHINESE, "UTF-16BE")).isEqualTo("UTF-16BE");
    }

    @Test
    void findsTheOnlyAccentAtTheVeryEnd() throws Exception {
        String text = "a,b\n" + "plain,text\n".repeat(100_000) + "caf\u00E9,x\n";

        assertThat(detect(text, "windows-1252")).isEqualTo("windows-1252");
        assertThat(detect(text, "UTF-8")).isEqualTo("UTF-8");
    }

    @Test
    void keepsUtf8WithAFewBrokenBytesAndSaysSo() throws Exception {
        byte[] text = CHINESE.repeat(20).getBytes(StandardCharsets.UTF_8);
        text[text.length - 5] = (byte) 0xFF;

        var found = Encodings.detect(new ByteArrayInputStream(text));

        assertThat(found).isEqualTo(new Encodings.Encoding("UTF-8", false, true));
    }

    @Test
    void tellsTraditionalChineseAndJapaneseButIsNotSure() throws Exception {
        assertThat(found("SKU,Name\nA,青瓷茶壺\nB,陶瓷杯子\n", "Big5")).isEqualTo(new Encodings.Encoding("Big5", true, false));
        assertThat(found("SKU,Name\nA,マグカップ\nB,お茶の急須\n", "Shift_JIS")).isEqualTo(new Encodings.Encoding("Shift_JIS", true, false));
    }

    @Test
    void isNeverSureOfTheWesternFallback() throws Exception {
        assertThat(found(FRENCH, "windows-1252")).isEqualTo(new Encodings.Encoding("windows-1252", true, false));
        assertThat(found("Имя\nЧашка\n", "windows-1251").sure()).isFalse();
        byte[] undefined = {'a', '\n', (byte) 0xE9, 's', '\n', (byte) 0x81, 'x', '\n'};
        assertThat(Encodings.detect(new ByteArrayInputStream(undefined))).isEqualTo(new Encodings.Encoding("windows-1252", false, false));
    }

    @Test
    void takesMixedLinesForBrokenUtf8() throws Exception {
        byte[] mixed = {'a', '\n', 'c', (byte) 0xC3, (byte) 0xA9, '\n', 'c', (byte) 0xE9, 's', '\n'};

        assertThat(Encodings.detect(new ByteArrayInputStream(mixed))).isEqualTo(new Encodings.Encoding("UTF-8", false, false));
    }

    @Test
    void isNotMisledByAStrayZero() throws Exception {
        byte[] text = "SKU,Name,Price\nA,Cup\0,1.00\nB,Pot,2.00\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(Encodings.detect(new ByteArrayInputStream(text)).charset()).isEqualTo("UTF-8");
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);

        assertThatThrownBy(() -> Encodings.detect(new ByteArrayInputStream(noise))).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("no text");
        assertThatThrownBy(() -> Encodings.detect(new ByteArrayInputStream(new byte[0]))).hasMessageContaining("empty");
        assertThatThrownBy(() -> Encodings.detect(new ByteArrayInputStream("PK\u0003\u0004xx".getBytes(StandardCharsets.ISO_8859_1)))).hasMessageContaining("CSV");
    }

    @Test
    void recognisesTheTmallReportInBothEncodings() throws Exception {
        try (var utf8 = new SourceFile(SampleData.file("sales/tmall/tmall_order_report.csv")).bytes();
                var gbk = new SourceFile(SampleData.file("sales/tmall/tmall_order_report.gbk.csv")).bytes()) {
            assertThat(Encodings.detect(utf8)).isEqualTo(new Encodings.Encoding("UTF-8", true, true));
            assertThat(Encodings.detect(gbk)).isEqualTo(new Encodings.Encoding("GB18030", true, true));
        }
    }

    private static String detect(String text, String charset) throws Exception {
        return found(text, charset).charset();
    }

    private static Encodings.Encoding found(String text, String charset) throws Exception {
        return Encodings.detect(new ByteArrayInputStream(text.getBytes(Charset.forName(charset))));
    }
}
