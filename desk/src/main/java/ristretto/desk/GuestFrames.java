package ristretto.desk;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Stacks of a guest's thread without what the desk has on them. */
final class GuestFrames {
    private static final String DESK = "ristretto.desk.";
    private static final String THREAD = "java.lang.VirtualThread";
    private static final String MAGIC = "ristretto.magic.";
    private static final List<String> CALLS_OF_MAIN = List.of("jdk.internal.reflect.", "java.lang.reflect.", DESK);

    /** What a thread does, from the innermost frame on: neither what is below main, or the first call of another thread, nor what is above its last call into the desk. */
    static List<StackTraceElement> of(StackTraceElement[] frames) {
        int end = mainEnd(frames);
        int start = end;
        while (start > 0 && !isDesk(frames[start - 1])) {
            start--;
        }
        return List.of(frames).subList(start, end);
    }

    private static boolean isDesk(StackTraceElement frame) {
        return frame.getClassName().startsWith(DESK) || frame.getClassName().startsWith(MAGIC);
    }

    /** Index behind the frame of main, or of another thread's first call; 0: main has not been called. */
    private static int mainEnd(StackTraceElement[] frames) {
        int end = 0;
        for (int i = 0; i < frames.length && end == 0; i++) {
            if (frames[i].getClassName().equals(GuestProgram.class.getName())
                    && frames[i].getMethodName().equals("callMain")) {
                end = i;
            } else if (frames[i].getClassName().equals(THREAD)) {
                end = frames[i].getMethodName().equals("run") ? i : 0;
            }
        }
        while (end > 0 && isCallOfMain(frames[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isCallOfMain(StackTraceElement frame) {
        return CALLS_OF_MAIN.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** Takes what is below main, and what the desk did to throw it, from the stacks of an exception, and of all that belong to it. */
    static void trim(Throwable exception) {
        trim(exception, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void trim(Throwable exception, Set<Throwable> done) {
        if (exception == null || !done.add(exception)) {
            return;
        }
        StackTraceElement[] frames = exception.getStackTrace();
        int end = mainEnd(frames);
        int start = 0;
        while (start < end && isDesk(frames[start])) {
            start++;
        }
        if (start < end) {
            exception.setStackTrace(List.of(frames).subList(start, end).toArray(StackTraceElement[]::new));
        }
        trim(exception.getCause(), done);
        for (Throwable suppressed : exception.getSuppressed()) {
            trim(suppressed, done);
        }
    }

    private GuestFrames() {}
}
