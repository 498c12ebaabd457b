package io.amphora.web.api;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.core.EntityTag;

/** The version of a thing as ETag of its representation, and back from If-Match. */
public final class ETags {
    // a server that compresses may mark the tag as --gzip
    private static final Pattern OURS = Pattern.compile("\\s*\"([0-9]{1,18})(--gzip)?\"\\s*");

    private ETags() {
    }

    /** For {@code Response.tag}. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that the caller saw.
     *
     * @param ifMatch the header as it came: {@code "7"}
     * @throws ClientErrorException     428 if there is no header: changing without saying what one saw is not allowed
     * @throws AmphoraException.Invalid if it is not a tag of ours
     */
    public static long ifMatch(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ClientErrorException(428);
        }
        Matcher tag = OURS.matcher(ifMatch);
        if (!tag.matches()) {
            throw new AmphoraException.Invalid(Problem.of("If-Match", "etag", "must be the ETag of what you read, such as \"7\""));
        }
        return Long.parseLong(tag.group(1));
    }
}
