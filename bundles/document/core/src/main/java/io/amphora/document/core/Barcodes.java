package io.amphora.document.core;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Draws {@code <object type="application/x-barcode">} as filled rectangles. */
final class Barcodes implements FSObjectDrawerFactory, FSObjectDrawer {
    private static final Logger LOG = LoggerFactory.getLogger(Barcodes.class);
    private static final Map<String, BarcodeFormat> FORMATS = Map.of("code128", BarcodeFormat.CODE_128, "ean8", BarcodeFormat.EAN_8, "ean13", BarcodeFormat.EAN_13,
            "upca", BarcodeFormat.UPC_A, "itf14", BarcodeFormat.ITF, "gs1-128", BarcodeFormat.CODE_128);
    /** How the library wants the sign that makes Code 128 one of GS1. */
    private static final String FNC1 = "\u00f1";
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 10);

    @Override
    public boolean isReplacedObject(Element e) {
        return e.getNodeName().equals("object") && e.getAttribute("type").equals("application/x-barcode");
    }

    @Override
    public FSObjectDrawer createDrawer(Element e) {
        return this;
    }

    @Override
    public Map<Shape, String> drawObject(Element e, double x, double y, double width, double height, OutputDevice out, RenderingContext context, int dotsPerPixel) {
        bars(e.getAttribute("data-symbology"), e.getAttribute("data-content")).ifPresent(bars -> {
            out.setColor(FSRGBColor.BLACK);
            out.fill(shape(bars, x, y, width, height));
        });
        return null;
    }

    /** One row; empty if the symbology cannot carry the content. */
    static Optional<BitMatrix> bars(String symbology, String content) {
        BarcodeFormat format = FORMATS.get(symbology);
        try {
            return format == null ? Optional.empty() : Optional.of(new MultiFormatWriter().encode(symbology.equals("gs1-128") ? FNC1 + content : content, format, 0, 1, HINTS));
        } catch (WriterException | IllegalArgumentException e) {
            LOG.debug("{} carries no {}", symbology, content, e);
            return Optional.empty();
        }
    }

    private static Shape shape(BitMatrix bars, double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        double module = width / bars.getWidth();
        int start = 0;
        while (start < bars.getWidth()) {
            int end = start + 1;
            while (end < bars.getWidth() && bars.get(end, 0) == bars.get(start, 0)) {
                end++;
            }
            if (bars.get(start, 0)) {
                path.append(new Rectangle2D.Double(x + start * module, y, (end - start) * module, height), false);
            }
            start = end;
        }
        return path;
    }
}
