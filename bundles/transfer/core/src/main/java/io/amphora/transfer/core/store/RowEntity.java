package io.amphora.transfer.core.store;

import io.amphora.common.Problem;
import io.amphora.transfer.api.RejectedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** A row that did not go in. */
@Entity
@Table(name = "transfer_row")
public class RowEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_transfer_row")
    @SequenceGenerator(name = "s_transfer_row", sequenceName = "s_transfer_row", allocationSize = 500)
    private Long id;
    @Column(name = "import_id")
    private long importId;
    @Column(name = "line_no")
    private long line;
    @Enumerated(EnumType.STRING)
    @Column(name = "row_state")
    private RejectedRow.State state;
    private boolean edited;
    private String cells;
    private String problems;
    @Version
    private long version;

    protected RowEntity() {
    }

    public RowEntity(long importId, long line, List<String> cells) {
        this.importId = importId;
        this.line = line;
        this.cells = Json.cells(cells);
        this.problems = "[]";
        this.state = RejectedRow.State.OPEN;
    }

    public Long id() {
        return id;
    }

    public long importId() {
        return importId;
    }

    public long line() {
        return line;
    }

    public RejectedRow.State state() {
        return state;
    }

    public List<String> cells() {
        return Json.cells(cells);
    }

    public List<Problem> problems() {
        return Json.problems(problems);
    }

    public long version() {
        return version;
    }

    public void stands(RejectedRow.State next, List<Problem> found) {
        state = next;
        problems = Json.problems(found);
    }

    public void mend(List<String> mended, List<Problem> found) {
        cells = Json.cells(mended);
        edited = true;
        stands(found.isEmpty() ? RejectedRow.State.FIXED : RejectedRow.State.OPEN, found);
    }
}
