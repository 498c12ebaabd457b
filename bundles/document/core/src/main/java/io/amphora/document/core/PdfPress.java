package io.amphora.document.core;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes XHTML a PDF, with the fonts of this bundle embedded as subsets. Loads nothing from anywhere. Thread-safe. */
final class PdfPress {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPress.class);
    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();
    private static final Set<FSFontUseCase> TEXT = EnumSet.of(FSFontUseCase.DOCUMENT);
    private static final Set<FSFontUseCase> TEXT_AND_WHAT_IS_MISSING = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE);

    static {
        XRLog.setLoggerImpl(new PressLog());
        FontMappers.set(new OwnFonts());
    }

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    /** @throws IOException saying what is wrong with the page */
    byte[] print(String xhtml) throws IOException {
        Document page = parse(xhtml);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder().withW3cDocument(page, "amphora:/").toStream(out).withProducer("Amphora")
                .useExternalResourceAccessControl(PdfPress::refuse, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(PdfPress::refuse, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useObjectDrawerFactory(new Barcodes()).useReplacementText("\u25a1").useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        builder.useFont(() -> font("OpenSans-Regular.ttf"), "Open Sans", 400, FontStyle.NORMAL, true, TEXT);
        builder.useFont(() -> font("OpenSans-Bold.ttf"), "Open Sans", 700, FontStyle.NORMAL, true, TEXT);
        builder.useFont(() -> font("DroidSansFallbackFull.ttf"), "Droid Sans Fallback", 400, FontStyle.NORMAL, true, TEXT_AND_WHAT_IS_MISSING);
        builder.run();
        return out.toByteArray();
    }

    private static boolean refuse(String uri, Object type) {
        LOG.warn("A document wanted to load {} ({}): refused", uri, type);
        return false;
    }

    static InputStream font(String file) {
        return new ByteArrayInputStream(FONTS.computeIfAbsent(file, PdfPress::read));
    }

    private static byte[] read(String file) {
        try (InputStream in = PdfPress.class.getResourceAsStream("/fonts/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the parser of the JDK and without document types, so that a page can name no entities and no files. */
    private static Document parse(String xhtml) throws IOException {
        if (xhtml == null) {
            throw new IOException("no page");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            throw new IOException("the page is not well-formed, line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("the page cannot be read: " + e.getMessage(), e);
        }
    }
}
