package ristretto.sdk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import ristretto.runtime.TraceText;

/**
 * A thread in which a server's answers are made that may wait for something. There are as many as calls have ever been under way at once; each takes the next one when it is done. Threads of a process
 * take turns only where they wait, so nothing here is locked.
 */
final class LateAnswers implements Runnable {
    private static final Deque<LateAnswers> IDLE = new ArrayDeque<>();

    /** How many works there are for each client. It waits for one at most; for the others it has lost its patience. */
    private static final int[] UNDER_WAY = new int[Badge.CLIENT_MASK + 1];

    private static final int MOST = 4;

    private final Message message = new Message();
    private Thread thread;
    private WaitingCallers callers;
    private int ticket;
    private int client;
    /** What is to be done; null: nothing at present. */
    private Consumer<Message> work;

    static boolean isBusyFor(int client) {
        return UNDER_WAY[client] >= MOST;
    }

    /** Does the work, and gives what it leaves in the message to the caller with this ticket. */
    static void begin(WaitingCallers callers, int client, int ticket, Consumer<Message> work) {
        LateAnswers idle = IDLE.poll();
        boolean isNew = idle == null;
        LateAnswers answers = isNew ? new LateAnswers() : idle;
        answers.callers = callers;
        answers.ticket = ticket;
        answers.client = client;
        UNDER_WAY[client]++;
        answers.work = work;
        if (isNew) {
            answers.thread = Thread.ofVirtual().start(answers);
        } else {
            LockSupport.unpark(answers.thread);
        }
    }

    @Override
    public void run() {
        while (true) {
            try {
                work.accept(message);
            } catch (Throwable e) {
                Exit.now(1, TraceText.of(e));
            }
            callers.answer(ticket, message);
            work = null;
            UNDER_WAY[client]--;
            IDLE.push(this);
            while (work == null) {
                LockSupport.park();
            }
        }
    }
}
