package ristretto.test.desk;

import ristretto.sdk.Heartbeat;

/** A component that calls the kernel from ever deeper down, until the stack is at its end: in the kernel, if that were not looked after. */
public final class Deep {
    public static void main(String[] arguments) {
        System.out.println("down from " + descend(0));
    }

    private static int descend(int depth) {
        Heartbeat.answer();
        return descend(depth + 1) - 1;
    }

    private Deep() {}
}
