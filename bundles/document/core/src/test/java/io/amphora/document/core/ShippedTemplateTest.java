package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class ShippedTemplateTest {
    private static final PdfPress PRESS = new PdfPress();
    private static final int SMALL = 200_000;

    private static byte[] print(DocumentModel model, Locale language) throws IOException {
        return PRESS.print(new ShippedTemplate(model.kind()).render(model, language));
    }

    @Test
    void confirmationSaysWhoWhatAndForHowMuch() throws IOException {
        byte[] pdf = print(Papers.of(DocumentKind.ORDER_CONFIRMATION, 20), Locale.ENGLISH);

        assertThat(Papers.text(pdf)).contains("Order confirmation", "Amphora Trading Ltd.", "VAT GB123456789", "A-1001-OC-1", "PO 4711", "C-17", "Nov 22, 2026", "Dec 1, 2026",
                "12 St James's Square", "Garden chair, folding, beech 20", "SKU-20", "EUR\u00a019.90", "Please ring twice.", "Page 1 of 2").containsPattern("Total\\s+EUR.1,651.70");
        assertThat(pdf).hasSizeLessThan(SMALL);
    }

    @Test
    void pickingListHasNoPricesButPlacesAndBoxes() throws IOException {
        String text = Papers.text(print(Papers.of(DocumentKind.PICKING_LIST, 5), Locale.ENGLISH));

        assertThat(text).contains("Picking list", "MAIN · Main warehouse", "SKU-5", "Picked").doesNotContain("EUR", "19.90", "Total");
    }

    @Test
    void deliveryNoteNamesCarrierAndTrackingNumber() throws IOException {
        String text = Papers.text(print(Papers.of(DocumentKind.DELIVERY_NOTE, 5), Locale.ENGLISH));

        assertThat(text).contains("Delivery note", "DHL", "JD014600003RU").doesNotContain("EUR", "19.90");
    }

    @Test
    void chineseIsEmbeddedAsSmallSubsetAndReadable() throws IOException {
        byte[] pdf = print(Papers.chinese(DocumentKind.ORDER_CONFIRMATION, 20), Locale.SIMPLIFIED_CHINESE);

        assertThat(Papers.text(pdf)).contains("订单确认书", "李梅", "南京西路1266号恒隆广场", "折叠花园椅（榉木，深棕色）第20款", "2026年11月22日", "请在工作日送货，送货前请先打电话联系。", "合计", "第 1 页，共 2 页")
                .doesNotContain("\u25a1", "\uFFFD");
        assertThat(pdf).hasSizeLessThan(SMALL);
        assertThat(fonts(pdf)).isNotEmpty().allSatisfy(f -> assertThat(f).matches("[A-Z]{6}\\+.*")).anyMatch(f -> f.contains("Droid"));
    }

    @Test
    void everyWrittenCharacterHasItsGlyph() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(Papers.chinese(DocumentKind.DELIVERY_NOTE, 20), Locale.SIMPLIFIED_CHINESE))) {
            List<String> missing = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (Arrays.stream(text.getCharacterCodes()).anyMatch(c -> c == 0)) {
                        missing.add(text.getUnicode());
                    }
                }
            }.getText(document);

            assertThat(missing).isEmpty();
        }
    }

    private static List<String> fonts(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> names = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                names.add(font.getName());
            }
            return names;
        }
    }

    @Test
    void twoHundredLinesFillPagesWithRepeatedHeadAndPageNumbers() throws IOException {
        byte[] pdf = print(Papers.of(DocumentKind.ORDER_CONFIRMATION, 200), Locale.ENGLISH);

        int pages = Papers.pages(pdf);
        assertThat(pages).isBetween(8, 14);
        for (int i = 1; i <= pages; i++) {
            assertThat(Papers.page(pdf, i)).contains("Product", "Unit price", "Page " + i + " of " + pages);
        }
        assertThat(Papers.page(pdf, pages)).contains("SKU-200", "Total");
    }

    @Test
    void markupOfUsersIsShownAsTheyTypedIt() throws IOException {
        String evil = "</td><script>alert(1)</script><img src=\"file:///etc/passwd\"/>&amp;'\"]]>";
        DocumentModel model = Papers.of(DocumentKind.ORDER_CONFIRMATION, evil, List.of(evil), evil, List.of(Papers.line(DocumentKind.ORDER_CONFIRMATION, 1, "A<b>", evil)));

        String text = Papers.text(print(model, Locale.ENGLISH));

        assertThat(text.replaceAll("\\s", "")).contains(evil.replaceAll("\\s", "")).contains("A<b>");
    }

    @Test
    void longTextsWrapInsideThePage() throws IOException {
        String word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4);
        String chinese = "这是一个没有空格的非常长的商品名称".repeat(20);
        DocumentModel model = Papers.of(DocumentKind.DELIVERY_NOTE, word, List.of(word, chinese), word + "\n" + chinese,
                List.of(Papers.line(DocumentKind.DELIVERY_NOTE, 1, word, chinese), Papers.line(DocumentKind.DELIVERY_NOTE, 2, "SKU-2", word)));

        byte[] pdf = print(model, Locale.SIMPLIFIED_CHINESE);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            float right = document.getPage(0).getMediaBox().getWidth() - 40;
            List<Float> beyond = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (text.getXDirAdj() + text.getWidthDirAdj() > right) {
                        beyond.add(text.getXDirAdj());
                    }
                }
            }.getText(document);
            assertThat(beyond).isEmpty();
        }
        assertThat(Papers.text(pdf).replaceAll("\\s", "")).contains("商品名称这是一个");
    }

    @Test
    void barcodesCanBeScanned() throws Exception {
        DocumentModel model = Papers.of(DocumentKind.PICKING_LIST, "Ada", Papers.ADDRESS, null, List.of(Papers.line(DocumentKind.PICKING_LIST, 1, "4006381333931", "Pen")));

        List<String> codes = scan(print(model, Locale.ENGLISH));

        assertThat(codes).contains("CODE_128 A-1001", "EAN_13 4006381333931");
    }

    @Test
    void parcelLabelCarriesTrackingNumberAndSsccAsBarcodes() throws Exception {
        byte[] pdf = print(Papers.of(DocumentKind.PARCEL_LABEL, 3), Locale.ENGLISH);

        assertThat(Papers.pages(pdf)).isEqualTo(2);
        assertThat(Papers.page(pdf, 1)).contains("Ada Lovelace", "Parcel 1 of 2", "S-100042", "DHL", "1.2 kg", "A-1001", "(00) 006141411234567890");
        assertThat(Papers.page(pdf, 2)).contains("Parcel 2 of 2").doesNotContain("(00)");
        assertThat(scan(pdf)).anyMatch(c -> c.equals("CODE_128 JD014600001")).anyMatch(c -> c.startsWith("CODE_128") && c.endsWith("00006141411234567890"));
    }

    @Test
    void packingSlipHasAPageForEachParcel() throws IOException {
        byte[] pdf = print(Papers.of(DocumentKind.PACKING_SLIP, 3), Locale.ENGLISH);

        assertThat(Papers.pages(pdf)).isEqualTo(2);
        assertThat(Papers.page(pdf, 1)).contains("Packing slip", "SKU-3", "(00) 006141411234567890");
        assertThat(Papers.page(pdf, 2)).contains("SKU-1").doesNotContain("SKU-3", "EUR");
        assertThat(Papers.text(print(Papers.chinese(DocumentKind.PACKING_SLIP, 2), Locale.SIMPLIFIED_CHINESE))).contains("装箱单", "第 1 个包裹，共 2 个");
    }

    private static List<String> scan(byte[] pdf) throws IOException, NotFoundException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128, BarcodeFormat.EAN_13));
            Result[] found = new GenericMultipleBarcodeReader(new MultiFormatOneDReader(hints)).decodeMultiple(
                    new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))), hints);
            return Arrays.stream(found).map(r -> r.getBarcodeFormat() + " " + r.getText()).toList();
        }
    }

    @Test
    void confirmationOfTwentyLinesIsQuick() throws IOException {
        DocumentModel model = Papers.of(DocumentKind.ORDER_CONFIRMATION, 20);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 15; i++) {
            long start = System.nanoTime();
            print(model, Locale.ENGLISH);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(best).isLessThan(150_000_000L);
    }
}
