package ristretto.kernel;

import ristretto.kernel.riscv64.RegisterFrame;

/** What is placed in the memory of a proof: an object of its class, with nothing in it. */
public final class NewObjects {
    public static Object of(Class<?> type) {
        if (type == Untyped.class) {
            return new Untyped();
        } else if (type == CapTable.class) {
            return new CapTable();
        } else if (type == AddressSpace.class) {
            return new AddressSpace();
        } else if (type == PageTable.class) {
            return new PageTable();
        } else if (type == Frame.class) {
            return new Frame();
        } else if (type == Thread.class) {
            return new Thread();
        } else if (type == RegisterFrame.class) {
            return new RegisterFrame();
        } else if (type == Slot.class) {
            return new Slot();
        } else if (type == SchedulingContext.class) {
            return new SchedulingContext();
        } else if (type == Endpoint.class) {
            return new Endpoint();
        } else if (type == Notification.class) {
            return new Notification();
        }
        assert type == Reply.class;
        return new Reply();
    }

    private NewObjects() {}
}
