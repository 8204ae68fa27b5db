package ristretto.compiler.rules;

import java.util.List;

/**
 * One thing that kernel mode forbids.
 *
 * @param method class and method, dotted
 * @param file source file, or {@code Unknown Source}
 * @param line source line, 0 if the class file does not say
 * @param reason what the method does there
 * @param chain from the entry point to the method, both included
 */
public record Violation(String method, String file, int line, String reason, List<String> chain) {
    /** Two lines: where and what, then how control gets there. */
    public String message() {
        String place = line > 0 ? file + ":" + line : file;
        return method + "(" + place + ") " + reason + "\n    reached by " + String.join(" -> ", chain);
    }
}
