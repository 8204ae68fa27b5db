package ristretto.bench;

import ristretto.abi.CallNumber;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.sdk.Startup;

/** Answers each call with as many words as it brought, and does nothing else: the other end of {@link IpcClient}. */
public final class EchoServer {

    public static void main(String[] arguments) {
        CallRegisters registers = new CallRegisters();
        long endpoint = Startup.grant(Startup.PROVIDES, "echo");
        long reply = Startup.grant(Startup.OWN, "reply");
        registers.t3 = CallNumber.RECEIVE;
        while (true) {
            registers.t0 = endpoint;
            registers.t2 = reply;
            SystemCall.trap(registers);
            boolean call = registers.t0 == 0 && registers.t1 >= 0;
            registers.t3 = call ? CallNumber.REPLY_RECEIVE : CallNumber.RECEIVE;
        }
    }

    private EchoServer() {}
}
