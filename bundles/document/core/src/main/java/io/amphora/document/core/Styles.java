package io.amphora.document.core;

/** How the shipped documents look: A4, black on white, for any printer. */
final class Styles {
    static final String CSS = """
            @page { size: A4; margin: 16mm 16mm 20mm 18mm; @bottom-right { content: element(foot); } }
            * { box-sizing: border-box; }
            body { font-family: 'Open Sans', 'Droid Sans Fallback'; font-size: 9.5pt; line-height: 1.35; color: #111; margin: 0; word-wrap: break-word; }
            .foot { position: running(foot); text-align: right; font-size: 8pt; color: #555; }
            .page:before { content: counter(page); }
            .pages:before { content: counter(pages); }
            h1 { font-size: 17pt; font-weight: 700; margin: 6mm 0 4mm 0; }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; }
            td, th { vertical-align: top; text-align: left; padding: 0; font-weight: 400; word-wrap: break-word; }
            .top { margin-bottom: 7mm; }
            .seller { font-size: 9pt; color: #333; }
            .seller b { font-size: 13pt; color: #111; }
            .barcode { width: 70mm; padding-left: 8mm; }
            .code { font-size: 8pt; text-align: center; }
            .address { padding-right: 8mm; font-size: 10.5pt; }
            .facts th { width: 34mm; color: #555; }
            .lines { -fs-table-paginate: paginate; border-spacing: 0; }
            .lines thead th { border-bottom: 0.4mm solid #111; padding: 1.2mm 1.5mm; font-size: 8.5pt; font-weight: 700; }
            .lines tbody td { border-bottom: 0.15mm solid #bbb; padding: 1.4mm 1.5mm; }
            .lines tr { page-break-inside: avoid; }
            .lines .n { text-align: right; }
            .lines .sku, .gtin { font-size: 8pt; color: #555; }
            .lines .total td { border-top: 0.4mm solid #111; border-bottom: 0; font-weight: 700; font-size: 11pt; }
            .lines .sum td { border-bottom: 0; padding: 0.7mm 1.5mm; }
            .part { font-size: 8.5pt; padding-left: 3mm; }
            .box { width: 5mm; height: 5mm; border: 0.3mm solid #111; margin: 0 auto; }
            .place td { font-weight: 700; background-color: #eee; }
            .pay { margin-top: 7mm; page-break-inside: avoid; }
            .pay .terms { width: 72mm; padding-right: 4mm; }
            .pay .facts { margin-top: 1mm; }
            .pay .facts th { width: 34mm; padding-right: 2mm; }
            .pay .terms .facts th { width: 27mm; }
            .note { margin-top: 7mm; page-break-inside: avoid; }
            """;

    private Styles() {
    }
}
