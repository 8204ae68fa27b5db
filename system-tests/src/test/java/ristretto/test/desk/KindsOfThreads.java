package ristretto.test.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootedSystem;

/** What threads of every kind say, in QEMU as on the desk. */
abstract class KindsOfThreads {
    private static final String THREADS = """
            main false 5 false main
            NEW false false
            started: true
            runs as itself
            Emma
            TERMINATED false
            not twice
            starts Thread-0
            ends in time: false
            Thread-0 is interrupted, false
            starts Thread-1
            ends in time: false
            Thread-1 is interrupted, false
            parked is let go
            by new on Thread-2
            in a group on grouped
            unstarted on Thread-3
            factory on numbered-7
            reference on Thread-4
            runs as Thread-5
            daemon: true
            pooled 0
            pooled 1
            pooled 2
            pooled 3
            first pool on pool-1-thread-n
            own factory on own
            own thread ends
            executor on own
            own thread ends
            own thread ends
            per task on own
            scheduled on pool-2-thread-1
            Thread-7 is interrupted, false
            ended: true
            failingtrue on purpose
            spun
            renamed
            main ends
            main is over: false TERMINATED
            hook: farewell
            """;

    private static final String FUTURES = """
            Emma on ForkJoinPool.commonPool-worker-1
            Lady Susan and Persuasion, Sanditon
            all: true
            inner
            CompletionException on purpose
            ForkJoinPool.commonPool-worker-1 true false
            its own: asynchronous on ForkJoinPool.commonPool-worker-1
            java.util.concurrent.TimeoutException
            on time-out
            late
            common
            own on ForkJoinPool-1-worker-1
            one other
            stolen
            before the end
            ended: true
            forked 80
            forked 80
            forked 80
            a b c
            s0 s1 s2 s3 s4
            d e
            parallel: false
            [1, 2, 3]
            [set 0, set 1, set 2]
            futures end
            """;

    @Test
    void threadsOfEveryKindDoTheSameEverywhere(BootedSystem system) {
        system.expect("hook: farewell");
        system.expect("\n");
        assertEquals(THREADS, said(system, "| "));
    }

    @Test
    void futuresAndPoolsDoTheSameEverywhere(BootedSystem system) {
        system.expect("supervisor: futures: exited with code 7");
        assertEquals(FUTURES, said(system, "|| "));
    }

    private static String said(BootedSystem system, String mark) {
        return system.shown()
                .replace("\r", "")
                .lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()) + "\n")
                .collect(Collectors.joining());
    }
}
