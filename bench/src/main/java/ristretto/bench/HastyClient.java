package ristretto.bench;

import ristretto.sdk.CapabilityError;
import ristretto.sdk.Heartbeat;

/**
 * Calls {@link ThreadedServer} for as many milliseconds as its first argument says, again and again, and never waits for the answer; or, if that is 0, once, so many milliseconds
 * after the start as the second says, and with all patience.
 */
final class HastyClient {
    public static void main(String[] arguments) {
        TicksClient server = TicksClient.to("ticks");
        int ms = Integer.parseInt(arguments[0]);
        if (ms == 0) {
            Heartbeat.sleep(Long.parseLong(arguments[1]) * 1_000_000);
            String what;
            try {
                server.after(0);
                what = "served";
            } catch (RuntimeException e) {
                what = e.toString();
            }
            System.out.println("patient client: " + what + " end");
        } else {
            server.setPatience(10_000_000);
            for (int i = 0; i < 20; i++) {
                try {
                    server.after(ms);
                } catch (CapabilityError e) {
                    // It takes too long.
                } catch (RuntimeException e) {
                    System.out.println("hasty client: call " + i + ": " + e);
                    break;
                }
            }
        }
        Heartbeat.sleep(1_000_000_000_000L);
    }

    private HastyClient() {}
}
