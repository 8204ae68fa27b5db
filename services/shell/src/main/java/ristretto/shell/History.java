package ristretto.shell;

import java.util.ArrayList;
import java.util.List;

/** Lines that were entered, the newest last. While one walks through it, the line that was begun is kept at its end. */
final class History {
    private static final int MOST = 50;

    private final List<String> lines = new ArrayList<>();
    private int position;
    private String begun = "";

    /** A line was entered. Repetitions and empty lines are not kept. */
    void add(String line) {
        boolean repeated = !lines.isEmpty() && lines.get(lines.size() - 1).equals(line);
        if (!line.isEmpty() && !repeated) {
            lines.add(line);
            if (lines.size() > MOST) {
                lines.remove(0);
            }
        }
        position = lines.size();
    }

    /** The line before; null: there is none. */
    String older(String current) {
        if (position == 0) {
            return null;
        }
        if (position == lines.size()) {
            begun = current;
        }
        position--;
        return lines.get(position);
    }

    /** The line after; null: there is none. */
    String newer() {
        if (position == lines.size()) {
            return null;
        }
        position++;
        return position == lines.size() ? begun : lines.get(position);
    }

    /** The begun line was dropped. */
    void leave() {
        position = lines.size();
    }
}
