package ristretto.desk.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import ristretto.desk.KernelDoor;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Trap;
import ristretto.magic.Memory;

/** The side of the door that is loaded together with the kernel. What assembly enters on the machine is entered here: the general way, never a fast path. */
public final class KernelSide implements KernelDoor {
    private static final long FLOATS_CLEAN = 2 << 13;

    private final MethodHandle boot;
    private final MethodHandle enter;
    private final MethodHandle wake;

    public KernelSide() throws ReflectiveOperationException {
        boot = handle("ristretto.kernel.riscv64.Boot", "start", 2);
        enter = handle(Trap.class.getName(), "enter", 1);
        wake = handle(Trap.class.getName(), "wake", 0);
    }

    /** The kernel exports these to assembly, not to Java. */
    private static MethodHandle handle(String type, String name, int parameters) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(type);
        MethodType signature = MethodType.genericMethodType(parameters).unwrap().changeReturnType(long.class);
        for (int i = 0; i < parameters; i++) {
            signature = signature.changeParameterType(i, long.class);
        }
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findStatic(owner, name, signature);
    }

    @Override
    public long boot() {
        try {
            return (long) boot.invokeExact(0L, 0L);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public long trap(long cause) {
        try {
            return (long) enter.invokeExact(cause);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public long wake() {
        try {
            return (long) wake.invokeExact();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException exception ? exception : new IllegalStateException(e);
    }

    private static RegisterFrame frame(long address) {
        return Memory.objectAt(RegisterFrame.class, address);
    }

    @Override
    public long register(long frame, int n) {
        return frame(frame).register(n);
    }

    @Override
    public void setRegister(long frame, int n, long value) {
        frame(frame).setRegister(n, value);
    }

    @Override
    public void turnOnFloats(long frame) {
        frame(frame).status |= FLOATS_CLEAN;
    }

    @Override
    public boolean isFrame(Object object) {
        return object instanceof RegisterFrame;
    }
}
