package [=package];

import java.util.Scanner;
import ristretto.sdk.service.ServiceRestarted;

/** The process that reads names at the console, and has them greeted by the other one. */
public final class Visitor {
    public static void main(String[] arguments) {
        Greeter greeter = GreeterClient.to("greeter");
        Scanner lines = new Scanner(System.in);
        System.out.println("Who are you?");
        while (lines.hasNextLine()) {
            try {
                System.out.println(greeter.greet(lines.nextLine().strip()));
            } catch (ServiceRestarted e) {
                System.out.println("The greeter has died, and is back.");
            }
        }
    }

    private Visitor() {}
}
