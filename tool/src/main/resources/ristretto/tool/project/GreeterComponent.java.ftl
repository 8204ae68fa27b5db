package [=package];

import ristretto.sdk.Server;

/** The process that greets. Whoever calls himself "crash" ends it; it is started again, and counts from 1. */
public final class GreeterComponent implements Greeter {
    private int guests;

    public static void main(String[] arguments) {
        Server.run("greeter", new GreeterDispatcher(new GreeterComponent()));
    }

    @Override
    public String greet(String name) {
        if (name.equals("crash")) {
            throw new AssertionError("as you wish");
        }
        guests++;
        return "Hello, " + name + ", you are guest " + guests + ".";
    }
}
