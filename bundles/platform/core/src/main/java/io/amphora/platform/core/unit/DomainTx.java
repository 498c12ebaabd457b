package io.amphora.platform.core.unit;

import io.amphora.platform.api.Tx;

/** The {@link Tx} of one domain. */
final class DomainTx implements Tx {
    private final Contribution domain;
    private final Transactions transactions;

    DomainTx(Contribution domain, Transactions transactions) {
        this.domain = domain;
        this.transactions = transactions;
    }

    @Override
    public <R> R call(Work<R> work) {
        return transactions.call(domain, work);
    }

    @Override
    public <R> R callWithRetry(int attempts, Work<R> work) {
        return transactions.callWithRetry(domain, attempts, work);
    }

    @Override
    public void beforeCommit(Runnable action) {
        transactions.running().beforeCommit(action);
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.running().afterCommit(action);
    }
}
