package ristretto.bench;

import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Connection;
import ristretto.sdk.Message;
import ristretto.sdk.Startup;

/** A process that asks its supervisor for memory as no heap would, and says what it was answered: 0 where it got, or gave back, a part. Its argument: how many parts it may have. */
final class HostileBorrower {
    private static final long[] NUMBERS = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1 << 20};

    public static void main(String[] arguments) {
        Connection supervisor = new Connection(Startup.supervisor());
        int most = Integer.parseInt(arguments[0]);
        int got = 0;
        for (long number : NUMBERS) {
            got += ask(supervisor, SupervisorProtocol.BORROW, number) == 0 ? 1 : 0;
            got += ask(supervisor, SupervisorProtocol.GIVE_BACK, number) == 0 ? 1 : 0;
        }
        got += ask(supervisor, SupervisorProtocol.BORROW, most) == 0 ? 1 : 0;
        got += ask(supervisor, SupervisorProtocol.GIVE_BACK, 0) == 0 ? 1 : 0;
        got += supervisor.call(new Message().start(SupervisorProtocol.BORROW)) == 0 ? 1 : 0;
        System.out.println("hostile borrower: got " + got + " of what nobody should get");
        for (int number = 0; number < most; number++) {
            System.out.println(
                    "hostile borrower: part " + number + ": " + ask(supervisor, SupervisorProtocol.BORROW, number)
                            + ", again: " + ask(supervisor, SupervisorProtocol.BORROW, number));
        }
        System.out.println("hostile borrower: back: " + ask(supervisor, SupervisorProtocol.GIVE_BACK, 0) + ", again: "
                + ask(supervisor, SupervisorProtocol.GIVE_BACK, 0));
    }

    /** Answers the label of the reply. */
    private static int ask(Connection supervisor, int label, long number) {
        return supervisor.call(new Message().start(label).putLong(number).putLong(0));
    }

    private HostileBorrower() {}
}
