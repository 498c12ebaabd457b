package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Documents to print, and what a printed one says. */
final class Papers {
    static final List<String> ADDRESS = List.of("Ada Lovelace", "12 St James's Square", "SW1Y 4JH London", "United Kingdom");
    static final List<String> CHINESE_ADDRESS = List.of("李梅", "南京西路1266号恒隆广场", "200040 上海", "中国");
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

    private Papers() {
    }

    static DocumentModel of(DocumentKind kind, int lines) {
        return of(kind, "Mary Lee", ADDRESS, "Please ring twice.", IntStream.rangeClosed(1, lines).mapToObj(i -> line(kind, i, "SKU-" + i, "Garden chair, folding, beech " + i)).toList());
    }

    static DocumentModel chinese(DocumentKind kind, int lines) {
        return of(kind, "李梅", CHINESE_ADDRESS, "请在工作日送货，送货前请先打电话联系。", IntStream.rangeClosed(1, lines).mapToObj(i -> line(kind, i, "SKU-" + i, "折叠花园椅（榉木，深棕色）第" + i + "款")).toList());
    }

    static DocumentModel of(DocumentKind kind, String customer, List<String> address, String note, List<DocumentModel.Line> lines) {
        boolean priced = kind.isPriced();
        Money total = lines.stream().map(DocumentModel.Line::amount).filter(a -> a != null).reduce(Money.zero(java.util.Currency.getInstance("EUR")), Money::plus);
        List<DocumentModel.Shipment> shipments = kind == DocumentKind.DELIVERY_NOTE ? List.of(new DocumentModel.Shipment("DHL", "JD014600003RU", AT)) : List.of();
        return new DocumentModel(kind, "A-1001-" + kind.sign() + "-1", AT, ZoneId.of("Europe/Berlin"), List.of("Amphora Trading Ltd.", "1 Harbour Street", "Bristol BS1 4ST", "VAT GB123456789"),
                "A-1001", AT, "PO 4711", LocalDate.of(2026, 12, 1), new DocumentModel.Customer("C-17", customer), address, note, lines, priced ? total : null, shipments, kind == DocumentKind.QUOTATION ? new DocumentModel.Offer("Q-100017", LocalDate.of(2026, 11, 30)) : null,
                kind.ofParcels() ? List.of(parcel(1, lines), parcel(2, lines.subList(0, 1))) : List.of(), null, null);
    }

    private static DocumentModel.Parcel parcel(int number, List<DocumentModel.Line> lines) {
        return new DocumentModel.Parcel("S-100042", number, 2, number == 1 ? "006141411234567890" : null, "DHL", "express", "JD01460000" + number, new BigDecimal("1.200"), lines);
    }

    static DocumentModel.Line line(DocumentKind kind, int position, String sku, String name) {
        boolean priced = kind.isPriced();
        BigDecimal quantity = new BigDecimal(position % 7 + 1);
        Money price = Money.of("19.9", "EUR");
        return new DocumentModel.Line(position, sku, name, Gtin.of(sku), quantity, "pcs", priced ? price : null, priced ? price.times(quantity) : null,
                kind == DocumentKind.PICKING_LIST ? "MAIN · Main warehouse" : null);
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    static String page(byte[] pdf, int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            return stripper.getText(document);
        }
    }

    static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
