package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.Server;

/**
 * A server returns services to its clients, which call them, give them back, die with them, or ask for too many; and servers that die, and that send what they should not. On the machine, and with the same words on the desk.
 */
class ServiceAsResultTest {
    private static final Map<String, String> SOURCES = Map.of(
            "Account",
            """
            package bank;
            import ristretto.sdk.*;
            @Service
            public interface Account {
                @Immediate int add(int more);
                int addLater(int more, int milliseconds);
                @OneWay void note(int more);
                @Immediate Account joint();
            }
            """,
            "Bank",
            """
            package bank;
            import java.io.IOException;
            import ristretto.sdk.*;
            @Service
            public interface Bank {
                @Immediate Account open(int start);
                @Immediate Account openSlowly(int milliseconds);
                Account openLater(int start, int milliseconds) throws IOException;
                @Immediate Account another();
                @Immediate Account none();
                @Immediate Account refuse() throws IOException;
                @Immediate int ended();
                @Immediate int lives(int held);
                @Immediate void die();
            }
            """,
            "Keeper",
            """
            package bank;
            import ristretto.sdk.*;
            @Service
            public interface Keeper {
                @Immediate int keep(Account account);
                @Immediate int ask();
                int askSpite(int milliseconds);
            }
            """,
            "BankComponent",
            """
            package bank;
            import java.io.IOException;
            import ristretto.sdk.*;
            public final class BankComponent implements Bank {
                private static int ended;
                private final Account foreign;
                private int lives;
                BankComponent(Account foreign) { this.foreign = foreign; }
                public static void main(String[] arguments) {
                    Account foreign = arguments.length == 1 ? null : BankClient.to(arguments[1]).open(7);
                    Server.run(arguments[0], new BankDispatcher(new BankComponent(foreign)));
                }
                private static final class Own implements Account, Session {
                    private int total;
                    Own(int start) { total = start; }
                    @Override public int add(int more) { total += more; return total; }
                    @Override public int addLater(int more, int milliseconds) {
                        try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                        return add(more);
                    }
                    @Override public void note(int more) { total += more; }
                    @Override public Account joint() { return new Own(total); }
                    @Override public void ended() { ended++; }
                }
                @Override public Account open(int start) { return new Own(start); }
                @Override public Account openSlowly(int milliseconds) {
                    long end = System.nanoTime() + 1_000_000L * milliseconds;
                    while (System.nanoTime() < end) { }
                    return new Own(0);
                }
                @Override public Account openLater(int start, int milliseconds) throws IOException {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    if (start < 0) { throw new IOException("closed today"); }
                    return new Own(start);
                }
                @Override public Account another() { return foreign; }
                @Override public Account none() { return null; }
                @Override public Account refuse() throws IOException { throw new IOException("closed today"); }
                @Override public int ended() { return ended; }
                @Override public int lives(int held) {
                    if (held < 0) { BankClient.to("branch").open(1); }
                    lives += held;
                    return lives;
                }
                @Override public void die() { throw new Error("dies"); }
            }
            """,
            "KeeperComponent",
            """
            package bank;
            import ristretto.sdk.*;
            public final class KeeperComponent implements Keeper {
                private Account kept;
                private final Account spite = new AccountClient(Connection.to("spite"));
                public static void main(String[] arguments) { Server.run("keeper", new KeeperDispatcher(new KeeperComponent())); }
                @Override public int keep(Account account) {
                    if (kept != null) { ((AccountClient) kept).close(); }
                    kept = account;
                    return kept.add(0);
                }
                @Override public int ask() { return kept.add(1000); }
                @Override public int askSpite(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    return spite.add(3);
                }
            }
            """,
            "SpiteComponent",
            """
            package bank;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            /** Sends a right with each answer: to its notification, or with 2 to the supervisor; and a word, unless it was sent less than 3. */
            public final class SpiteComponent {
                public static void main(String[] arguments) {
                    CallRegisters r = new CallRegisters();
                    r.t3 = CallNumber.RECEIVE;
                    while (true) {
                        r.t0 = Startup.grant("provides", "spite");
                        r.t2 = Startup.grant("own", "reply");
                        r.t4 = 0;
                        SystemCall.trap(r);
                        int slot = r.a0 == 2 ? Startup.supervisor() : (int) Startup.grant("own", "notification");
                        r.t1 = Tag.withCapability(Tag.of(0, r.a0 < 3 ? 0 : 1), slot, Rights.ALL);
                        r.t3 = CallNumber.REPLY_RECEIVE;
                    }
                }
            }
            """,
            "MortalComponent",
            """
            package bank;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            /** Opens as many as it can in each life, and dies with them. */
            public final class MortalComponent {
                public static void main(String[] arguments) throws InterruptedException {
                    BankClient bank = BankClient.to("bank");
                    int held = 0;
                    try {
                        while (true) {
                            bank.open(held).add(1);
                            held++;
                        }
                    } catch (ServiceFailure e) {
                        if (bank.lives(held) < 15) { System.exit(1); }
                        Thread.sleep(1_000_000);
                    }
                }
            }
            """,
            "ClientComponent",
            """
            package bank;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                private static final Connection CONNECTION = Connection.to("bank");
                private static int label;
                private interface Attempt { void run() throws Exception; }
                public static void main(String[] arguments) throws Exception {
                    BankClient bank = BankClient.to("bank");
                    BankClient branch = BankClient.to("branch");
                    KeeperClient keeper = KeeperClient.to("keeper");
                    for (int i = 0; i < 10_000 && bank.lives(0) < 15; i++) { Thread.sleep(1); }
                    say("of four lives have ended", bank.ended());

                    Account first = bank.open(10);
                    say("opened", first.add(1));
                    say("later", first.addLater(2, 5));
                    first.note(3);
                    say("noted", first.add(0));
                    Account second = first.joint();
                    say("joint", second.add(1));
                    say("itself", first.add(0));
                    Account third = bank.open(30);
                    refused("a fourth", () -> bank.open(40));
                    refused("by another one", () -> second.joint());
                    close(second);
                    close(second);
                    say("ended", bank.ended());
                    refused("closed", () -> second.add(1));
                    say("another one", bank.open(50).add(1));
                    refused("again a fourth", () -> bank.open(60));
                    close(third);
                    for (int i = 0; i < 100; i++) { close(bank.open(i)); }
                    say("ended", bank.ended());

                    refused("another process's", () -> bank.another());
                    refused("none", () -> bank.none());
                    refused("refused", () -> bank.refuse());
                    refused("of a server that may return none", () -> BankClient.to("mute").open(1));
                    refused("to a process that receives none", () -> BankClient.to("mute").lives(-1));
                    say("nothing is lost", bank.ended());

                    say("kept", keeper.keep(first));
                    say("asked", keeper.ask());
                    say("itself", first.add(0));
                    close(first);
                    refused("asked", () -> keeper.ask());

                    Account fifth = bank.open(70);
                    Account sixth = bank.open(80);
                    Account seventh = branch.open(90);
                    refused("more than fit", () -> branch.open(100));
                    close(seventh);
                    say("fits", branch.open(100).add(1));
                    close(sixth);

                    bank.setPatience(5_000_000);
                    refused("slowly", () -> bank.openSlowly(30));
                    bank.setPatience(0);
                    say("ended", bank.ended());
                    bank.setPatience(50_000_000);
                    Account hasty = bank.open(0);
                    bank.setPatience(0);
                    refused("as its bank", () -> hasty.addLater(1, 300));
                    close(hasty);

                    final int before = bank.ended();
                    close(bank.openLater(20, 20));
                    Account tenth = bank.openLater(200, 20);
                    say("opened later", tenth.add(1));
                    refused("more than fit, later", () -> bank.openLater(1, 1));
                    close(tenth);
                    refused("refused later", () -> bank.openLater(-1, 1));
                    for (int i = 0; i < 20; i++) { ignore(() -> bank.openLater(-1, 1)); }
                    say("ended", bank.ended() - before);
                    bank.setPatience(100_000_000);
                    refused("later than its patience", () -> bank.openLater(1, 400));
                    bank.setPatience(0);
                    refused("while that is under way", () -> bank.open(1));
                    Thread.sleep(500);
                    say("ended", bank.ended() - before);
                    close(bank.openLater(5, 1));

                    BankClient spite = BankClient.to("spite");
                    for (int i = 0; i < 100; i++) { ignore(() -> spite.open(0)); }
                    refused("a notification", () -> spite.open(0));
                    refused("a service and a word", () -> spite.open(3));
                    Account supervisor = spite.open(2);
                    refused("the supervisor", () -> supervisor.add(1));
                    close(supervisor);
                    say("in a thread that has waited", keeper.askSpite(20));
                    say("kept", keeper.keep(fifth));
                    Account eighth = bank.open(110);
                    say("eighth", eighth.add(1));

                    BankClient spy = new BankClient(new Transport() {
                        @Override public int call(Message message, long deadline) { label = message.label(); return 0; }
                        @Override public CallRegisters words() { return new CallRegisters(); }
                        @Override public long callRegisters(long tag, long deadline) { return 0; }
                        @Override public void take(Message message) { }
                    });
                    ignore(() -> spy.openLater(1, 0));
                    say("by a channel", Connection.to("branch").callLate(new Message().start(label).putLong(1).putLong(0), 0));
                    ignore(() -> spy.open(1));
                    close(eighth);
                    say("without a place for it", send(label, 1));
                    say("without a place and room for it", send(label, 1));
                    say("the end of the bank", send(0x7000_0005, 0));

                    refused("die", () -> bank.die());
                    refused("of an earlier life", () -> fifth.add(1));
                    int others = 0;
                    for (int i = 0; i < 200; i++) {
                        Account other = bank.open(i);
                        try { fifth.add(1); } catch (ServiceRestarted e) { others++; }
                        close(other);
                    }
                    say("taken for none of", others);
                    Account ninth = bank.open(120);
                    close(fifth);
                    say("ninth", ninth.add(1));
                    close(ninth);
                    say("ended", bank.ended());
                    System.exit(0);
                }
                private static void close(Account account) { ((AccountClient) account).close(); }
                /** The label of the answer. */
                private static long send(int label, int words) {
                    CallRegisters r = new CallRegisters();
                    r.t0 = CONNECTION.slot();
                    r.t1 = Tag.of(label, words);
                    r.t3 = CallNumber.CALL;
                    r.a0 = 7;
                    SystemCall.trap(r);
                    return r.t0 != 0 ? -r.t0 : Tag.label(r.t1);
                }
                private static void say(String what, long value) { System.out.println(what + ": " + value); }
                private static void ignore(Attempt call) {
                    try { call.run(); } catch (Exception e) { return; }
                }
                private static void refused(String what, Attempt call) {
                    try {
                        call.run();
                        System.out.println(what + ": not refused");
                    } catch (CapabilityError e) {
                        System.out.println(what + ": " + (e.isTimeout() ? "timed out" : e.getMessage()));
                    } catch (Exception e) {
                        System.out.println(what + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
                    }
                }
            }
            """);

    private static final String SYSTEM = """
            [machine]
            memory = "16M"

            [defaults]
            heap = "64K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.branch]
            main = "bank.BankComponent"
            arguments = ["branch"]
            provides = ["branch"]
            sessions = 2
            heap = "256K"
            concurrent-calls = 2

            [process.bank]
            main = "bank.BankComponent"
            arguments = ["bank", "branch"]
            provides = ["bank"]
            heap = "256K"
            uses = ["branch"]
            sessions = 3
            receives = 1

            [process.mute]
            main = "bank.BankComponent"
            arguments = ["mute"]
            provides = ["mute"]
            uses = ["branch"]

            [process.spite]
            main = "bank.SpiteComponent"
            provides = ["spite"]

            [process.keeper]
            main = "bank.KeeperComponent"
            provides = ["keeper"]
            uses = ["spite"]
            receives = 2

            [process.mortal]
            main = "bank.MortalComponent"
            uses = ["bank"]
            receives = 8
            back-off = "1ms"

            [process.client]
            main = "bank.ClientComponent"
            restart = "never"
            ends-system = true
            uses = ["bank", "branch", "mute", "keeper", "spite"]
            receives = 4
            streams = "console"
            may = ["foreground"]
            """;

    /** Label of an answer that is an exception which no method declares. */
    private static final int FAILED = 0x7000_0002;

    private static final String EXPECTED = """
            of four lives have ended: 12
            opened: 11
            later: 13
            noted: 16
            joint: 17
            itself: 16
            a fourth: ServiceFailure: Bank.open: java.lang.IllegalStateException: the client holds 3 services that methods have returned, as many as each may by the server's description
            by another one: ServiceFailure: Account.joint: java.lang.IllegalStateException: the client holds 3 services that methods have returned, as many as each may by the server's description
            ended: 13
            closed: IllegalStateException: the service was given back
            another one: 51
            again a fourth: ServiceFailure: Bank.open: java.lang.IllegalStateException: the client holds 3 services that methods have returned, as many as each may by the server's description
            ended: 114
            another process's: ServiceFailure: Bank.another: java.lang.IllegalArgumentException: expected a service of this process as the result, got a bank.AccountClient, which calls another process's
            none: ServiceFailure: Bank.none: java.lang.NullPointerException: the method returned null: expected a service
            refused: IOException: closed today
            of a server that may return none: ServiceFailure: Bank.open: java.lang.IllegalStateException: the server's description lets its methods return no services
            to a process that receives none: ServiceFailure: Bank.lives: java.lang.IllegalStateException: this process may hold no services of others by its description (receives)
            nothing is lost: 114
            kept: 16
            asked: 1016
            itself: 1016
            asked: ServiceFailure: Keeper.ask: ristretto.sdk.service.ServiceRestarted: Account.add
            more than fit: IllegalStateException: this process holds 4 services of others, as many as its description lets it (receives)
            fits: 101
            slowly: timed out
            ended: 117
            as its bank: timed out
            opened later: 201
            more than fit, later: IllegalStateException: this process holds 4 services of others, as many as its description lets it (receives)
            refused later: IOException: closed today
            ended: 2
            later than its patience: timed out
            while that is under way: ServiceFailure: Bank.open: java.lang.IllegalStateException: the client holds 3 services that methods have returned, as many as each may by the server's description
            ended: 3
            a notification: MessageFormatException: message: expected a service, got none
            a service and a word: MessageFormatException: message: 1 words more than expected
            the supervisor: ServiceMismatch: Account.add: the server has no such method, or another version of it
            in a thread that has waited: 3
            kept: 70
            eighth: 111
            by a channel: %2$d
            without a place for it: 0
            without a place and room for it: %2$d
            the end of the bank: %1$d
            die: ServiceRestarted: Bank.die
            of an earlier life: ServiceRestarted: Account.add
            taken for none of: 200
            ninth: 121
            ended: 201
            """;

    @TempDir
    Path folder;

    @Test
    void isCalledAndGivenBack() throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, "include = [\"parts/frames.toml\"]\n" + SYSTEM);
        assertEquals("", SampleComponents.withoutTheSupervisors(result.error()));
        assertEquals(expected(), result.output());
        assertEquals(0, result.exitCode());
    }

    @Test
    void isCalledAndGivenBackOnTheDesk() throws IOException, InterruptedException {
        RunResult result =
                SampleComponents.runOnTheDesk(folder, SOURCES, "include = [\"parts/console.toml\"]\n" + SYSTEM);
        assertEquals(expected(), SampleComponents.withoutTheSupervisors(result.output()));
        assertEquals(0, result.exitCode());
    }

    private static String expected() {
        return EXPECTED.formatted(Server.BAD_REQUEST, FAILED);
    }
}
