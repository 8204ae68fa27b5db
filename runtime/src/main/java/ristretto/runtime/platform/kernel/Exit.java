package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.StartupPage;
import ristretto.abi.SupervisorProtocol;
import ristretto.magic.CallRegisters;
import ristretto.magic.NeverWaits;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;

/**
 * The end of a process: it tells its supervisor the exit code and why, and is never answered. Where there is no
 * supervisor, or it has gone, an illegal instruction ends the process, so that nothing ever runs on.
 */
public final class Exit {
    /** Ends the process. The text (a stack trace) is cut to what fits into one message. */
    @NeverWaits(reason = "the process ends")
    public static void now(int code, byte[] text) {
        long supervisor = Startup.word(StartupPage.SUPERVISOR);
        // A supervisor that itself ended with it is not told a third time.
        for (int i = 0; supervisor != 0 && i < 2; i++) {
            int words = Message.putBytes(2, text, 0, text.length);
            Message.putWord(0, code);
            Message.putWord(1, Math.min(text.length, Message.bytesFrom(2)));
            CallRegisters r = Message.prepare(CallNumber.CALL, supervisor, SupervisorProtocol.EXIT, words);
            SystemCall.trap(r);
            if (r.t0 != ErrorCode.SERVER_GONE) {
                break;
            }
        }
        while (true) {
            Machine.illegalInstruction();
        }
    }

    private Exit() {}
}
