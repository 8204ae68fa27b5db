package ristretto.bench;

import ristretto.sdk.Server;

/** The server of {@link ServiceClientBench}. */
public final class CalculatorServer implements Calculator {
    public static void main(String[] arguments) {
        Server.run("calculator", new CalculatorDispatcher(new CalculatorServer()));
    }

    @Override
    public int add(int a, int b) {
        return a + b;
    }
}
