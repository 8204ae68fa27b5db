package [=package];

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** Greets guests. Other processes call it through GreeterClient, which is made from this interface. */
@Service
public interface Greeter {
    /** The greeting for one more guest. */
    @Immediate
    String greet(String name);
}
