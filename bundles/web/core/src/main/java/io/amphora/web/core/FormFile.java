package io.amphora.web.core;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.apache.cxf.jaxrs.utils.multipart.AttachmentUtils;

/** Of a form with files, the first part is the body, as a stream. */
@Consumes(MediaType.MULTIPART_FORM_DATA)
public final class FormFile implements MessageBodyReader<InputStream> {
    @Context
    private MessageContext message;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == InputStream.class;
    }

    @Override
    public InputStream readFrom(Class<InputStream> type, Type generic, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body) {
        try {
            return AttachmentUtils.getMultipartBody(message).getRootAttachment().getDataHandler().getInputStream();
        } catch (RuntimeException | IOException e) {
            throw new BadRequestException("the form cannot be read", e);
        }
    }
}
