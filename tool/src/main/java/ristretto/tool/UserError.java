package ristretto.tool;

/**
 * Something that the user can put right: wrong input, a missing program, a construct that the compiler does not support. The message is
 * all that is shown, and the exit code is 2. Any other exception is a bug of ours and shows its stack trace.
 */
public class UserError extends RuntimeException {

    public UserError(String message) {
        super(message);
    }
}
