package ristretto.sdk.ring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Explores every way in which two processes can run over shared words: each access is a point at which the other one may go on. Stores wait in
 * a queue of their process, first in, first out, until they reach memory at any later moment; a fence waits for the queue to be empty. Nothing else does, not even a signal. That is the one reordering (a store behind a later load) that decides whether wake-ups are lost.
 *
 * <p>The code that is explored is the shipped one. What a process does next follows from what it has read so far, so a process is its list of
 * answers: it is run again from its start with these, up to the access behind the last. Two ways that lead to the same memory, queues, signals and
 * answers (or, at a checkpoint, to the same values in the program) are one state, so the exploration ends, and is complete for its programs.
 */
final class Explorer {
    /** A process's program: runs over these means and returns when it is done; throws an {@link AssertionError} where it sees what must not be. */
    interface Program extends Consumer<Means> {}

    /** What a program can do; each call is a point of the exploration. */
    final class Means implements SharedWords, RingSignal {
        private final Answers answers;
        private final int who;
        private final int life;
        private int depth;

        private Means(Answers answers, int who, int life) {
            this.who = who;
            this.life = life;
            this.answers = answers;
        }

        private long step(int kind, int word, long value) {
            if (depth == answers.length) {
                throw new Pause(new Step(kind, word / 8, value));
            }
            return answers.get(depth++);
        }

        /** The program says that all it will do follows from these values: ways that come here with equal ones are one. */
        void checkpoint(long... values) {
            if (depth == answers.length) {
                Answers first = checkpoints.computeIfAbsent(key(values), k -> answers);
                if (first != answers) {
                    throw new Same(first);
                }
            }
        }

        private List<Long> key(long... values) {
            List<Long> key = new ArrayList<>(List.of((long) who, (long) life));
            for (long value : values) {
                key.add(value);
            }
            return key;
        }

        @Override
        public int size() {
            return words;
        }

        @Override
        public long load(int word) {
            return step(LOAD, word, 0);
        }

        @Override
        public long loadAcquire(int word) {
            return step(LOAD, word, 0);
        }

        @Override
        public void store(int word, long value) {
            step(STORE, word, value);
        }

        @Override
        public void storeRelease(int word, long value) {
            step(STORE, word, value);
        }

        @Override
        public void fence() {
            step(FENCE, 0, 0);
        }

        /** One word stands for all eight: the others are read and written at the same places of the program. */
        @Override
        public void storeMessages(int word, long[] source, int from, int messages) {
            for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i += RingLayout.MESSAGE_WORDS) {
                store(word + i, source[from + i]);
            }
        }

        @Override
        public void loadMessages(int word, long[] target, int from, int messages) {
            for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i += RingLayout.MESSAGE_WORDS) {
                target[from + i] = load(word + i);
            }
        }

        @Override
        public void wakePeer() {
            step(SIGNAL, 0, 0);
        }

        @Override
        public boolean await(long deadlineTicks) {
            step(AWAIT, 0, 0);
            return true;
        }
    }

    private static final int LOAD = 0;
    private static final int STORE = 1;
    private static final int FENCE = 2;
    private static final int SIGNAL = 3;
    private static final int AWAIT = 4;
    private static final int DONE = 5;

    /** @param word divided by 8: only every eighth word is used */
    record Step(int kind, int word, long value) {}

    /** Stops a program at an access whose answer is not known yet. */
    private static final class Pause extends Error {
        final transient Step step;

        Pause(Step step) {
            super(null, null, false, false);
            this.step = step;
        }
    }

    /** Stops a program that is where another way has led before. */
    private static final class Same extends Error {
        final transient Answers answers;

        Same(Answers answers) {
            super(null, null, false, false);
            this.answers = answers;
        }
    }

    /** What a process has read so far, as a path in a tree, so that equal ones are one object. */
    static final class Answers {
        final Answers before;
        final long last;
        final int length;
        final Map<Long, Answers> next = new HashMap<>();
        Step step;
        Answers same = this;

        Answers(Answers before, long last) {
            this.before = before;
            this.last = last;
            length = before == null ? 0 : before.length + 1;
        }

        long get(int index) {
            Answers at = this;
            while (at.length != index + 1) {
                at = at.before;
            }
            return at.last;
        }

        Answers then(long answer) {
            return next.computeIfAbsent(answer, a -> new Answers(this, a));
        }
    }

    /**
     * @param memory every eighth word
     * @param queues of each process: word and value of each store that is on its way
     * @param lives how many times each process has been killed
     */
    record State(
            List<Long> memory,
            List<List<Long>> queues,
            List<Boolean> signals,
            List<Answers> answers,
            List<Integer> lives) {

        /** Whether the program of this process's life has come to its end. */
        boolean isDone(int who) {
            return answers.get(who).step.kind == DONE;
        }
    }

    private final int words;
    private final Program[][] programs;
    private final int[] endsWords;
    private final Answers[][] roots;
    private final Map<List<Long>, Answers> checkpoints = new HashMap<>();
    private final Predicate<State> mayRest;

    /**
     * @param programs of each process, one for each of its lives; all but the last life may end at any access
     * @param endsWords in which words the supervisor counts the ends of each process
     * @param mayRest whether it is right that nobody goes on
     */
    Explorer(int words, int[] endsWords, Predicate<State> mayRest, Program[]... programs) {
        this.words = words;
        this.programs = programs;
        this.endsWords = endsWords;
        this.mayRest = mayRest;
        roots = new Answers[programs.length][];
        for (int i = 0; i < programs.length; i++) {
            roots[i] = new Answers[programs[i].length];
            Arrays.setAll(roots[i], life -> new Answers(null, 0));
        }
    }

    /** Explores all; answers the number of states. Throws an {@link AssertionError} for the first that must not be. */
    int run() {
        State first = new State(
                Collections.nCopies(words / 8, 0L),
                List.of(List.of(), List.of()),
                List.of(false, false),
                List.of(roots[0][0], roots[1][0]),
                List.of(0, 0));
        Set<State> seen = new HashSet<>(Set.of(first));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            State state = open.pop();
            List<State> next = new ArrayList<>();
            boolean canGoOn = expand(state, 0, next) | expand(state, 1, next);
            if (!canGoOn && !mayRest.test(state)) {
                throw new AssertionError("nobody can go on: " + describe(state));
            }
            for (State s : next) {
                if (seen.add(s)) {
                    open.push(s);
                }
            }
        }
        return seen.size();
    }

    /** Adds the states that may come next; answers whether the process can go on by itself, neither killed nor done nor waiting. */
    private boolean expand(State state, int who, List<State> next) {
        List<Long> queue = state.queues.get(who);
        Step step = step(state, who);
        if (!queue.isEmpty()) {
            List<Long> memory = new ArrayList<>(state.memory);
            memory.set((int) (long) queue.get(0), queue.get(1));
            next.add(with(state, who, memory, queue.subList(2, queue.size()), state.signals, null, 0));
        }
        if (state.lives.get(who) < programs[who].length - 1) {
            kill(state, who, next);
        }
        switch (step.kind) {
            case LOAD -> answer(state, who, next, loaded(state, queue, step.word), queue, state.signals);
            case STORE -> {
                List<Long> longer = new ArrayList<>(queue);
                longer.add((long) step.word);
                longer.add(step.value);
                answer(state, who, next, 0, longer, state.signals);
            }
            case FENCE -> {
                if (queue.isEmpty()) {
                    answer(state, who, next, 0, queue, state.signals);
                }
            }
            case SIGNAL -> answer(state, who, next, 0, queue, signals(state, 1 - who, true));
            case AWAIT -> {
                if (!state.signals.get(who)) {
                    return !queue.isEmpty();
                }
                answer(state, who, next, 0, queue, signals(state, who, false));
            }
            default -> {
                return !queue.isEmpty();
            }
        }
        return true;
    }

    /** The process dies: its stores reach memory, the supervisor says so and wakes the other one, and its next life begins. */
    private void kill(State state, int who, List<State> next) {
        List<Long> memory = new ArrayList<>(state.memory);
        List<Long> queue = state.queues.get(who);
        for (int i = 0; i < queue.size(); i += 2) {
            memory.set((int) (long) queue.get(i), queue.get(i + 1));
        }
        int ends = endsWords[who] / 8;
        memory.set(ends, memory.get(ends) + 1);
        List<Integer> lives = new ArrayList<>(state.lives);
        int life = lives.get(who) + 1;
        lives.set(who, life);
        next.add(with(state, who, memory, List.of(), signals(state, 1 - who, true), roots[who][life], life));
    }

    private void answer(State state, int who, List<State> next, long value, List<Long> queue, List<Boolean> signals) {
        int life = state.lives.get(who);
        Answers answers = state.answers.get(who).then(value);
        advance(answers, who, life);
        next.add(with(state, who, state.memory, queue, signals, answers.same, life));
    }

    private static State with(
            State state,
            int who,
            List<Long> memory,
            List<Long> queue,
            List<Boolean> signals,
            Answers answers,
            int life) {
        List<List<Long>> queues = new ArrayList<>(state.queues);
        queues.set(who, List.copyOf(queue));
        List<Answers> all = new ArrayList<>(state.answers);
        List<Integer> lives = new ArrayList<>(state.lives);
        if (answers != null) {
            all.set(who, answers);
            lives.set(who, life);
        }
        return new State(memory, queues, signals, all, lives);
    }

    private static List<Boolean> signals(State state, int who, boolean value) {
        List<Boolean> signals = new ArrayList<>(state.signals);
        signals.set(who, value);
        return signals;
    }

    private static long loaded(State state, List<Long> queue, int word) {
        for (int i = queue.size() - 2; i >= 0; i -= 2) {
            if (queue.get(i) == word) {
                return queue.get(i + 1);
            }
        }
        return state.memory.get(word);
    }

    /** What the process does next. */
    private Step step(State state, int who) {
        Answers answers = state.answers.get(who);
        advance(answers, who, state.lives.get(who));
        return answers.step;
    }

    private void advance(Answers answers, int who, int life) {
        if (answers.step == null && answers.same == answers) {
            try {
                programs[who][life].accept(new Means(answers, who, life));
                answers.step = new Step(DONE, 0, 0);
            } catch (Pause pause) {
                answers.step = pause.step;
            } catch (Same same) {
                answers.same = same.answers;
            }
        }
    }

    private String describe(State state) {
        return "memory " + state.memory + ", signals " + state.signals + ", next " + step(state, 0) + " and "
                + step(state, 1) + ", lives " + state.lives;
    }
}
