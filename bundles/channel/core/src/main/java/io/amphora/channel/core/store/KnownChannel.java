package io.amphora.channel.core.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A channel that is or was there. */
@Entity
@Table(name = "channel_known")
public class KnownChannel {
    private static final int LONGEST = 1_000;

    @Id
    private String id;
    private String title;
    @Column(name = "bundle_name")
    private String bundle;
    @Column(name = "bundle_version")
    private String bundleVersion;
    @Column(name = "last_fetch")
    private Instant lastFetch;
    @Column(name = "last_error")
    private String lastError;
    private long received;
    @Version
    private long version;

    protected KnownChannel() {
    }

    public KnownChannel(String id) {
        this.id = id;
        this.title = id;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String bundle() {
        return bundle;
    }

    public String bundleVersion() {
        return bundleVersion;
    }

    public Instant lastFetch() {
        return lastFetch;
    }

    public String lastError() {
        return lastError;
    }

    public long received() {
        return received;
    }

    public void is(String shownTitle, String bundleName, String version) {
        title = cut(shownTitle, 200);
        bundle = cut(bundleName, 200);
        bundleVersion = cut(version, 100);
    }

    public void fetched(Instant at, String error) {
        lastFetch = at;
        lastError = cut(error, LONGEST);
    }

    public void received(long more) {
        received += more;
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
