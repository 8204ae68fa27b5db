package ristretto.compiler;

import java.util.List;

/** The program cannot be compiled. The message is for its author: class, method, line, reason, one problem a line. */
public final class CompilationFailure extends RuntimeException {
    public CompilationFailure(String message) {
        super(message);
    }

    public CompilationFailure(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
