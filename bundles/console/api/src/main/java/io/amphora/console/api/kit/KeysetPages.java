package io.amphora.console.api.kit;

import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows by position over a list that only knows "what follows this cursor": remembers the cursor of each page seen. Going on costs one
 * page, going back none or one; only a jump ahead walks. Used by one UI thread.
 */
final class KeysetPages<T> implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int SIZE = 100;
    /** Pages kept: what is on the screen and around it. */
    private static final int KEPT = 8;
    /** A refresh above this page reads from the start again, so that new rows push the others down; below it the position is kept. */
    private static final int NEAR_TOP = 5;

    private final transient KeysetGrid.Fetch<T> fetch;
    private final List<String> cursors = new ArrayList<>();
    private final transient Map<Integer, List<T>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT;
        }
    };
    private int lastPage;
    private boolean cursorsAreOld;

    KeysetPages(KeysetGrid.Fetch<T> fetch) {
        this.fetch = fetch;
        restart();
    }

    /** For another filter or sort order. */
    void restart() {
        cursors.clear();
        cursors.add(null);
        kept.clear();
        lastPage = 0;
        cursorsAreOld = false;
    }

    /** For changed rows under the same filter. */
    void refresh() {
        kept.clear();
        if (lastPage <= NEAR_TOP) {
            restart();
        } else {
            cursorsAreOld = true;
        }
    }

    /** @return fewer than {@code limit} only at the end */
    List<T> rows(int offset, int limit) {
        lastPage = offset / SIZE;
        if (lastPage == 0 && cursorsAreOld) {
            restart();
        }
        List<T> rows = new ArrayList<>(limit);
        int skip = offset % SIZE;
        for (int p = lastPage; rows.size() < limit; p++) {
            List<T> page = page(p);
            int take = Math.min(page.size(), skip + limit - rows.size());
            if (skip < take) {
                rows.addAll(page.subList(skip, take));
            }
            skip = 0;
            if (page.size() < SIZE) {
                break;
            }
        }
        return rows;
    }

    private List<T> page(int number) {
        while (cursors.size() <= number) {
            int last = cursors.size() - 1;
            if (read(last).size() < SIZE || cursors.size() == last + 1) {
                return List.of();
            }
        }
        List<T> known = kept.get(number);
        return known != null ? known : read(number);
    }

    private List<T> read(int number) {
        Page<T> page = fetch.fetch(new PageRequest(cursors.get(number), SIZE));
        if (page.next() != null && cursors.size() == number + 1) {
            cursors.add(page.next());
        }
        kept.put(number, page.items());
        return page.items();
    }
}
