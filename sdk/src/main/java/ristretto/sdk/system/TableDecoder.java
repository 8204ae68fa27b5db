package ristretto.sdk.system;

import java.util.ArrayList;
import java.util.List;

/** What {@link SystemTable#decode} does, in two steps: for root, which needs its own part before it can afford that anything fails. */
public final class TableDecoder {
    private final int count;
    private final ProcessDescription first;
    /** Null: all is read, and the bytes are garbage. */
    private TableReader reader;

    /** @throws SystemTableException where the bytes up to the first process are those of no table */
    public TableDecoder(byte[] bytes) {
        reader = new TableReader(bytes);
        long magic = reader.number();
        if (magic != SystemTable.MAGIC) {
            throw new SystemTableException("system table: expected its magic number, got 0x" + Long.toHexString(magic));
        }
        count = reader.count("processes", SystemTable.MAXIMUM_PROCESSES);
        first = count == 0 ? null : reader.process();
    }

    /** The first process, by no rule checked yet; null: there is none. */
    public ProcessDescription first() {
        return first;
    }

    /**
     * Comes once.
     *
     * @throws SystemTableException as {@link SystemTable#decode}
     */
    public SystemTable table() {
        List<ProcessDescription> processes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            processes.add(i == 0 ? first : reader.process());
        }
        reader = null;
        SystemTable table = new SystemTable(processes);
        TableRules.check(table);
        return table;
    }
}
