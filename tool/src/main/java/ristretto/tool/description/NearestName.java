package ristretto.tool.description;

import java.util.Collection;

/** Finds the name that was probably meant: the one with the fewest letters inserted, left out, changed or swapped. */
public final class NearestName {

    /** The nearest of the names, or null where none has at least half of its letters in common with what was written. */
    public static String of(String written, Collection<String> names) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(written, name);
            if (distance < least && distance <= Math.max(1, Math.min(written.length(), name.length()) / 2)) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Damerau and Levenshtein's distance, with swaps of neighbours only. */
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[from.length()][to.length()];
    }

    private NearestName() {}
}
