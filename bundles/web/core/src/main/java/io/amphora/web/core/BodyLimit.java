package io.amphora.web.core;

import io.amphora.web.api.LargeBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.container.ContainerRequestContext;

/** Refuses bodies that no resource but an upload needs. */
final class BodyLimit {
    static final long LIMIT = 1_000_000;
    // so much is read to its end before the answer, because many clients do not listen while they send
    private static final long DRAINED = 64_000_000;

    private BodyLimit() {
    }

    static void impose(ContainerRequestContext request, Method method) throws IOException {
        if (!request.hasEntity() || method != null && method.isAnnotationPresent(LargeBody.class)) {
            return;
        }
        if (request.getLength() > LIMIT) {
            drain(request.getEntityStream());
            throw new ClientErrorException(413);
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = DRAINED;
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
        }
    }

    /** Counts, for bodies that do not say how long they are. */
    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > LIMIT) {
                drain(in);
                throw new ClientErrorException(413);
            }
        }
    }
}
