package ristretto.sdk.service;

import ristretto.sdk.Message;
import ristretto.sdk.Request;
import ristretto.sdk.Utf8;

/** Answers of dispatchers that are no results. */
public final class Answers {
    /** Label of the answer where an implementation threw what its interface does not declare; a string says what. */
    static final int FAILED = 0x7000_0002;

    /** Labels from 1 to this mean exceptions that a method declares, in its order. */
    public static final int MAXIMUM_DECLARED = 255;

    private static final int LONGEST_REASON = 900;

    /** @param number of the exception among those that the method declares, from 1 on; 0: it declares no such one */
    public static void thrown(Request request, int number, Exception exception) {
        if (number == 0) {
            String text = exception.toString();
            put(request.answer(FAILED), text);
            return;
        }
        String reason = exception.getMessage();
        Message answer = request.answer(number).putLong(reason == null ? 0 : 1);
        if (reason != null) {
            put(answer, reason);
        }
    }

    /** Of a one-way call, of which nobody is told: as of a thread that nobody waits for. */
    public static void uncaught(RuntimeException exception) {
        Thread self = Thread.currentThread();
        self.getUncaughtExceptionHandler().uncaughtException(self, exception);
    }

    static String reason(Message message) {
        return message.getInt(0, 1) == 0 ? null : message.getString();
    }

    /** As much of it as there is room for. */
    private static void put(Message answer, String text) {
        byte[] bytes = new byte[Math.min(Utf8.encodedLength(text), LONGEST_REASON)];
        answer.putBytes(bytes, 0, Utf8.encode(text, bytes, 0));
    }

    private Answers() {}
}
