package ristretto.tool.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.tool.report.SystemReport.Process;

/**
 * Where the processes of a system stand in its picture, and the arrows between them: whoever calls others stands above them. In units of the picture.
 *
 * @param boxes of processes
 * @param arrows from the process that calls, or sends, to the one that provides, or receives
 */
public record Picture(int width, int height, List<Box> boxes, List<Arrow> arrows) {
    private static final int BOX_WIDTH = 150;
    private static final int BOX_HEIGHT = 52;
    private static final int COLUMN = 190;
    private static final int ROW = 130;
    private static final int MARGIN = 20;
    /** Each row stands a little to the right of that below, so that arrows over two rows can be told apart. */
    private static final int SHIFT = 70;

    public record Box(String name, int priority, int x, int y, int width, int height) {
        public int middle() {
            return x + width / 2;
        }
    }

    /** @param isRing whether it is a ring, not calls of a service */
    public record Arrow(String label, boolean isRing, int fromX, int fromY, int toX, int toY) {
        public int labelX() {
            return (fromX + toX) / 2;
        }

        public int labelY() {
            return (fromY + toY) / 2;
        }
    }

    public static Picture of(SystemReport report) {
        Map<String, Integer> levels = levels(report.processes());
        int deepest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int[] inRow = new int[deepest + 1];
        int right = 0;
        Map<String, Box> boxes = new HashMap<>();
        List<Box> inOrder = new ArrayList<>();
        for (Process process : report.processes()) {
            int row = deepest - levels.get(process.name());
            Box box = new Box(
                    process.name(),
                    process.priority(),
                    MARGIN + SHIFT * (deepest - row) + COLUMN * inRow[row]++,
                    MARGIN + ROW * row,
                    BOX_WIDTH,
                    BOX_HEIGHT);
            right = Math.max(right, box.x() + box.width());
            boxes.put(process.name(), box);
            inOrder.add(box);
        }
        List<Arrow> arrows = new ArrayList<>();
        for (Process process : report.processes()) {
            Box from = boxes.get(process.name());
            process.uses().forEach((service, provider) -> add(arrows, service, false, from, boxes.get(provider)));
            process.rings().forEach(peer -> add(arrows, "ring", true, from, boxes.get(peer)));
        }
        int width = right + MARGIN;
        int height = 2 * MARGIN + ROW * deepest + BOX_HEIGHT;
        return new Picture(width, height, List.copyOf(inOrder), List.copyOf(arrows));
    }

    private static void add(List<Arrow> arrows, String label, boolean isRing, Box from, Box to) {
        if (to != null && to != from) {
            boolean down = from.y() < to.y();
            int fromY = down ? from.y() + from.height() : from.y();
            int toY = down || from.y() == to.y() ? to.y() : to.y() + to.height();
            arrows.add(new Arrow(label, isRing, from.middle(), fromY, to.middle(), toY));
        }
    }

    /** How many calls may follow each other below each process; where they go round in a circle, as many as there are processes at most. */
    private static Map<String, Integer> levels(List<Process> processes) {
        Map<String, Integer> levels = new HashMap<>();
        processes.forEach(process -> levels.put(process.name(), 0));
        for (int round = 1; round < processes.size(); round++) {
            for (Process process : processes) {
                for (String provider : process.uses().values()) {
                    Integer below = levels.get(provider);
                    if (below != null && !provider.equals(process.name()) && below + 1 < processes.size()) {
                        levels.merge(process.name(), below + 1, Math::max);
                    }
                }
            }
        }
        return levels;
    }
}
