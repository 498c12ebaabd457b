package io.amphora.document.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: how a document of one kind looks. The template with the highest {@code service.ranking} that has the language replaces the shipped one.
 * Called on a worker thread, possibly several at once, with a deadline; if it is late, throws, or gives what is no page, the shipped template is used and the
 * document says so. Must be stateless.
 */
@ConsumerType
public interface DocumentTemplate {
    /** Required service property: stable id, lower case with dashes; kept with each document. Never change it. */
    String PROPERTY_ID = "amphora.document.template.id";
    /** Required service property: {@link DocumentKind#id}. */
    String PROPERTY_KIND = "amphora.document.kind";
    /** Service property, one or several: languages it is written in ({@code en}, {@code zh}); absent means any. */
    String PROPERTY_LANGUAGES = "amphora.document.languages";

    /** What people call it. */
    String title(Locale language);

    /**
     * The page as well-formed XHTML with its style sheet inside. CSS 2.1 with {@code @page}; no scripts, and nothing is loaded from anywhere else.
     * No document type. Font families: {@code Open Sans} (regular and bold); {@code Droid Sans Fallback} has Chinese, and is asked for what another font lacks.
     * Barcodes: {@link Xhtml#barcode}.
     *
     * @param language one of the template's
     * @return never null; everything of the model in it escaped
     */
    String render(DocumentModel model, Locale language) throws DocumentException;
}
