package io.amphora.console.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {
    private long first = 1;
    private long total = 1_000_000;
    private final AtomicInteger reads = new AtomicInteger();
    private final KeysetPages<Long> pages = new KeysetPages<>(this::fetch);

    private Page<Long> fetch(PageRequest request) {
        reads.incrementAndGet();
        long from = request.after() == null ? first : request.afterNumber() + 1;
        List<Long> rows = LongStream.rangeClosed(from, Math.min(total, from + request.size())).boxed().toList();
        return Page.of(rows, request.size(), Long::longValue);
    }

    @Test
    void readsEachPageOnceWhileScrollingDown() {
        for (int offset = 0; offset < 2000; offset += 50) {
            assertThat(pages.rows(offset, 50)).hasSize(50).startsWith(offset + 1L);
        }

        assertThat(reads).hasValue(20);
    }

    @Test
    void crossesPagesWithoutGapOrDoubling() {
        assertThat(pages.rows(0, 250)).containsExactlyElementsOf(LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(pages.rows(95, 10)).containsExactlyElementsOf(LongStream.rangeClosed(96, 105).boxed().toList());
    }

    @Test
    void returnsFewerAtTheEnd() {
        total = 130;

        assertThat(pages.rows(100, 50)).hasSize(30);
        assertThat(pages.rows(150, 50)).isEmpty();
        assertThat(pages.rows(4000, 50)).isEmpty();
    }

    @Test
    void endsExactlyAtAPage() {
        total = 200;

        assertThat(pages.rows(150, 100)).hasSize(50);
        assertThat(pages.rows(200, 50)).isEmpty();
    }

    @Test
    void refreshNearTheTopShowsNewRowsFirst() {
        pages.rows(0, 250);
        first = -1;

        pages.refresh();

        assertThat(pages.rows(0, 250)).containsExactlyElementsOf(LongStream.rangeClosed(-1, 248).boxed().toList());
    }

    @Test
    void refreshFarDownReadsOnlyWhatIsOnTheScreen() {
        pages.rows(2900, 100);
        reads.set(0);

        pages.refresh();

        assertThat(pages.rows(2900, 100)).startsWith(2901L);
        assertThat(reads).hasValue(1);
    }
}
