package io.amphora.identity.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Argon2id, kept as PHC strings ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}). */
@Component(service = PasswordHashing.class)
@Designate(ocd = Argon2Hashing.Cost.class)
public final class Argon2Hashing implements PasswordHashing {
    /** What one check costs; the defaults are the least that OWASP recommends. */
    @ObjectClassDefinition(name = "Amphora: passwords", description = "What one password check costs. Hashes are renewed when their owner signs in.")
    public @interface Cost {
        @AttributeDefinition(description = "memory in KiB", min = "8192", max = "1048576")
        int memory() default 19_456;

        @AttributeDefinition(description = "passes over the memory", min = "1", max = "50")
        int passes() default 2;

        @AttributeDefinition(description = "lanes", min = "1", max = "16")
        int lanes() default 1;
    }

    private record Encoded(int version, int memory, int passes, int lanes, byte[] salt, byte[] hash) {
    }

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    // each check takes a core and megabytes: no more at once than there are cores
    private final Semaphore slots = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final Cost cost;
    private final String nobody;

    @Activate
    public Argon2Hashing(Cost cost) {
        this.cost = cost;
        this.nobody = hash("nobody");
    }

    @Override
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Encoded e = new Encoded(Argon2Parameters.ARGON2_VERSION_13, cost.memory(), cost.passes(), cost.lanes(), salt, new byte[HASH_BYTES]);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s".formatted(e.version, e.memory, e.passes, e.lanes, base64.encodeToString(salt), base64.encodeToString(compute(password, e)));
    }

    @Override
    public boolean matches(String password, String encoded) {
        Encoded kept = parse(encoded == null ? nobody : encoded);
        boolean same = MessageDigest.isEqual(compute(password, kept), kept.hash);
        return same && encoded != null;
    }

    @Override
    public boolean isOutdated(String encoded) {
        Encoded e = parse(encoded);
        return e.version != Argon2Parameters.ARGON2_VERSION_13 || e.memory != cost.memory() || e.passes != cost.passes() || e.lanes != cost.lanes()
                || e.salt.length != SALT_BYTES || e.hash.length != HASH_BYTES;
    }

    private byte[] compute(String password, Encoded e) {
        byte[] result = new byte[e.hash.length];
        // the same text typed on another keyboard may come composed or decomposed
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        slots.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(e.version).withMemoryAsKB(e.memory).withIterations(e.passes)
                    .withParallelism(e.lanes).withSalt(e.salt).build());
            generator.generateBytes(bytes, result);
        } finally {
            slots.release();
        }
        return result;
    }

    private static Encoded parse(String encoded) {
        Matcher m = PHC.matcher(encoded);
        if (!m.matches()) {
            throw new IllegalStateException("a kept password is no argon2id hash");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new Encoded(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)),
                base64.decode(m.group(5)), base64.decode(m.group(6)));
    }
}
