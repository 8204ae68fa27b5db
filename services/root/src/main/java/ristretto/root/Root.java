package ristretto.root;

import ristretto.abi.RootSlot;
import ristretto.abi.SupervisorProtocol;
import ristretto.abi.Tag;
import ristretto.sdk.Handler;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Text;
import ristretto.sdk.kernel.KernelLog;
import ristretto.sdk.protocol.SystemProtocol;

/**
 * The first process. It begins with everything: all memory, all devices, all interrupts. It makes the endpoints, which
 * outlive the servers behind them, gives the supervisor its share, and from then on only waits: for the request to
 * switch off, or for the supervisor's end, which is the end of the machine.
 */
public final class Root implements Handler {
    private static final int SUPERVISOR_FAILED = 70;

    private final KernelLog log = new KernelLog(RootSlot.KERNEL_LOG);
    private final PowerSwitch power;
    private final Household household;

    private Root(Household household) {
        this.household = household;
        power = household.powerSwitch();
    }

    public static void main(String[] arguments) {
        Household household = new Household();
        Root root = new Root(household);
        try {
            household.startSupervisor();
        } catch (RuntimeException e) {
            root.fail("cannot start the supervisor: " + e.getMessage());
        }
        new Server(root, household.endpoint(), household.reply(), 1).run();
    }

    @Override
    public void serve(Request request) {
        switch (request.label()) {
            case SystemProtocol.POWER_OFF -> power.off((int) request.message().getLong());
            case SupervisorProtocol.EXIT -> {
                long code = request.message().getLong();
                fail("the supervisor ended with exit code " + code + ": "
                        + request.message().getString());
            }
            default -> {
                if (request.isFault()) {
                    fault(request);
                }
            }
        }
    }

    private void fault(Request request) {
        int kind = request.label() - Tag.FAULT_BASE;
        long address = request.message().getLong();
        long programCounter = request.message().getLong();
        request.message().getLong();
        request.message().getLong();
        long framePointer = request.message().getLong();
        long returnAddress = request.message().getLong();
        String trace = household.supervisorTrace(programCounter, framePointer, returnAddress);
        fail("supervisor: " + KernelNames.fault(kind) + " at " + Text.hex(address) + ", pc " + Text.hex(programCounter)
                + ": " + trace);
    }

    private void fail(String reason) {
        log.writeLine("root: " + reason);
        power.off(SUPERVISOR_FAILED);
    }
}
