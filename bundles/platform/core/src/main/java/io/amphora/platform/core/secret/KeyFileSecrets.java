package io.amphora.platform.core.secret;

import io.amphora.platform.api.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** AES-256 in GCM: a fresh nonce for each secret, the purpose bound to it, the key named by its print. */
@Component(service = Secrets.class)
public final class KeyFileSecrets implements Secrets {
    /** Below Karaf's folder of configuration. */
    static final String FILE = "amphora.key";
    private static final String PREFIX = "sealed:1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 128;
    private static final int PRINT = 4;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile Key key;

    private record Key(SecretKeySpec spec, String print) {
    }

    @Activate
    public KeyFileSecrets() {
        this(Path.of(System.getProperty("karaf.etc", ".")).resolve(FILE));
    }

    KeyFileSecrets(Path file) {
        this.file = file;
    }

    @Override
    public String seal(String purpose, String plain) {
        Key k = key();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, k, nonce, purpose, plain.getBytes(StandardCharsets.UTF_8));
        return PREFIX + k.print() + ":" + Base64.getEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    @Override
    public String open(String purpose, String sealed) {
        String[] parts = isSealed(sealed) ? sealed.substring(PREFIX.length()).split(":") : new String[0];
        if (parts.length != 2) {
            throw new IllegalStateException("not a sealed secret");
        }
        Key k = key();
        if (!parts[0].equals(k.print())) {
            throw new IllegalStateException("sealed with the key " + parts[0] + ", but " + file + " has the key " + k.print());
        }
        byte[] all = Base64.getDecoder().decode(parts[1]);
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        return new String(crypt(Cipher.DECRYPT_MODE, k, nonce, purpose, java.util.Arrays.copyOfRange(all, NONCE, all.length)), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isSealed(String value) {
        return value != null && value.startsWith(PREFIX);
    }

    private static byte[] crypt(int mode, Key key, byte[] nonce, String purpose, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key.spec(), new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret for " + purpose + " cannot be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened: it was changed, or sealed for something else"), e);
        }
    }

    private synchronized Key key() {
        if (key == null) {
            byte[] bytes = KeyFile.read(file);
            key = new Key(new SecretKeySpec(bytes, "AES"), print(bytes));
        }
        return key;
    }

    private static String print(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, PRINT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
