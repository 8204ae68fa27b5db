package ristretto.shell;

import ristretto.api.CounterClient;
import ristretto.api.WallClockClient;
import ristretto.sdk.Clock;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Startup;
import ristretto.sdk.Streams;
import ristretto.sdk.Text;
import ristretto.sdk.protocol.MachineStatus;
import ristretto.sdk.protocol.ReportStatus;
import ristretto.sdk.protocol.SystemConnection;

/** What can be typed at the prompt. */
final class Commands {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LOOK_AGAIN_NS = 10_000_000L;

    private final SystemConnection system = new SystemConnection();
    private final ProcessNames names = new ProcessNames(system);
    private final Tables tables = new Tables(system);
    private MachineStatus firstPrompt;

    /** The first prompt stands on the terminal: the moment up to which booting is counted. */
    void prompted() {
        firstPrompt = system.machine();
    }

    void run(String line) {
        String text = line.trim();
        int space = text.indexOf(' ');
        String command = space < 0 ? text : text.substring(0, space);
        String argument = space < 0 ? "" : text.substring(space + 1).trim();
        switch (command) {
            case "" -> {}
            case "help" -> help();
            case "ps" -> tables.processes();
            case "log" -> log();
            case "mem" -> tables.memory();
            case "add" -> withProcess(command, argument);
            case "caps" -> withProcess(command, argument);
            case "count" -> count();
            case "date" -> date();
            case "crash" -> withProcess(command, argument);
            case "reclaim" -> system.reclaim();
            case "remove" -> withProcess(command, argument);
            case "restart" -> system.restart();
            case "rogue" -> new RogueTrial(system, names).run(argument);
            case "start" -> withProcess(command, argument);
            case "stop" -> withProcess(command, argument);
            case "swap" -> swap(argument);
            case "uptime" -> uptime();
            case "off" -> system.powerOff(0);
            default -> Streams.writeLine(command + ": no such command; try help");
        }
    }

    private void help() {
        Streams.write("""
                help          this list
                ps            processes: state, priority, processor time, memory, restarts
                log           what the supervisor has said lately, with traces
                mem           memory: who has how much, to the byte, and what is free
                caps NAME     what a process may touch
                count         ask the service counter
                date          the date and the time of day, UTC
                crash NAME    let a process take a page fault
                reclaim       ask all for memory that they have borrowed and do not need
                rogue HOW     let the process rogue misbehave; HOW is one of its ways, or all
                stop NAME     end a process, until it is started again
                start NAME    give a process that has ended a new life
                add NAME      start a spare, if there is memory for it
                remove NAME   end a spare, until it is added again
                swap NAME IMAGE  replace what a process runs by another version of the boot archive
                restart       restart the machine; what log shows stays
                uptime        time since the machine was switched on
                off           switch the machine off
                """);
    }

    private void withProcess(String command, String name) {
        int process = names.find(command, name);
        if (process < 0) {
            return;
        }
        switch (command) {
            case "caps" -> tables.capabilities(process);
            case "stop" -> system.stop(process);
            case "start" -> system.start(process);
            case "add" -> system.add(process);
            case "remove" -> system.remove(process);
            default -> crash(process);
        }
    }

    /** Waits for the next life, so that the supervisor's report stands before the next prompt. */
    private void crash(int process) {
        int restarts = system.status(process).restarts();
        system.crash(process);
        long deadline = Clock.deadline(SECOND_NS);
        while (system.status(process).isAlive()
                && system.status(process).restarts() == restarts
                && Clock.nowTicks() < deadline) {
            Heartbeat.sleep(LOOK_AGAIN_NS);
        }
    }

    /** Waits until it is over, so that the supervisor's report stands before the next prompt. */
    private void swap(String arguments) {
        int space = arguments.indexOf(' ');
        String name = space < 0 ? arguments : arguments.substring(0, space);
        int process = names.find("swap", name);
        if (process < 0) {
            return;
        }
        system.swap(process, space < 0 ? "" : arguments.substring(space + 1).trim());
        while (system.isSwapping(process)) {
            Heartbeat.sleep(LOOK_AGAIN_NS);
        }
    }

    private void log() {
        long next = 0;
        for (ReportStatus report = system.report(next); report != null; report = system.report(next)) {
            Streams.writeLine(Text.seconds(report.timeNs()) + "  " + report.text());
            next = report.number() + 1;
        }
    }

    /** From the clock itself, and not from what this process has made of its first answer. */
    private void date() {
        if (isThere("date", "clock")) {
            WallClockClient clock = WallClockClient.to("clock");
            clock.setPatience(SECOND_NS);
            Streams.writeLine(UtcText.of(clock.nanosecondsSinceEpoch()));
        }
    }

    private void count() {
        if (!isThere("count", "counter")) {
            return;
        }
        CounterClient counter = CounterClient.to("counter");
        counter.setPatience(SECOND_NS);
        Streams.writeLine(Long.toString(counter.count()));
    }

    /** Whether the shell may use the service; a person is told where not. */
    private static boolean isThere(String command, String service) {
        boolean isThere = Startup.find(Startup.USES, service) != 0;
        if (!isThere) {
            Streams.writeLine(command + ": this system gives the shell no service " + service);
        }
        return isThere;
    }

    private void uptime() {
        MachineStatus machine = system.machine();
        long busyPerMille = (machine.upNs() - machine.idleNs()) * 1000 / Math.max(1, machine.upNs());
        String busy = busyPerMille / 10 + "." + busyPerMille % 10;
        Streams.writeLine("up " + duration(machine.upNs()) + ", busy " + busy + " %");
        Streams.writeLine(
                "first prompt after " + firstPrompt.upNs() + " ns, of which idle " + firstPrompt.idleNs() + " ns");
    }

    private static String duration(long ns) {
        long minutes = ns / (60 * SECOND_NS);
        return minutes == 0 ? Text.seconds(ns) : minutes + " min " + Text.seconds(ns % (60 * SECOND_NS));
    }
}
