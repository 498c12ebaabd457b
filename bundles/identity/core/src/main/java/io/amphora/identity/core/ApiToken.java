package io.amphora.identity.core;

import io.amphora.identity.api.Tokens.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A token as kept: the hash of its secret. */
@Entity
@Table(name = "api_token")
public class ApiToken {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_api_token")
    @SequenceGenerator(name = "s_api_token", sequenceName = "s_api_token", allocationSize = 500)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    private String label;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "last_used")
    private Instant lastUsed;
    @Version
    private long version;

    protected ApiToken() {
    }

    ApiToken(long userId, String label, String secretHash, Instant createdAt, Instant expiresAt) {
        this.userId = userId;
        this.label = label;
        this.secretHash = secretHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Token toToken(String user) {
        return new Token(id, label, user, createdAt, expiresAt, lastUsed);
    }

    long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    String label() {
        return label;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant lastUsed() {
        return lastUsed;
    }
}
