package ristretto.runtime.platform.kernel;

import ristretto.abi.StartupPage;
import ristretto.abi.SupervisorProtocol;
import ristretto.magic.NeverWaits;

/** What a heap borrows beyond its own memory, if the system description lets it; see {@link SupervisorProtocol#BORROW}. */
final class HeapMemory {

    static long mostBytes() {
        return Startup.heapBytes() + Startup.find("own:borrows");
    }

    @NeverWaits(reason = "memory is nobody's answer; a heap that must not wait for it borrows none")
    static boolean take(long number, boolean mayWait) {
        return Message.call(Startup.word(StartupPage.SUPERVISOR), SupervisorProtocol.BORROW, number, mayWait ? 1 : 0);
    }

    @NeverWaits(reason = "the supervisor takes it at once")
    static void giveBack(long number) {
        Message.call(Startup.word(StartupPage.SUPERVISOR), SupervisorProtocol.GIVE_BACK, number, 0);
    }

    /** What a process has for good cannot be taken back. */
    static void forget(long from, long to) {}

    private HeapMemory() {}
}
