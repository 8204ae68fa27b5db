// resource META-INF/services/ServiceLoading$Greeter: # comment
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$A # the first
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$B
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$Missing
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$Not
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$Bad
// resource META-INF/services/ServiceLoading$Greeter: ServiceLoading$A
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Services whose providers a file on the class path names. */
public class ServiceLoading {
  public interface Greeter { String greet(); }
  public static class A implements Greeter { public A() { System.out.println("A made"); } public String greet() { return "hello from A"; } }
  public static class B implements Greeter { public String greet() { return "hello from B"; } }
  public static class Bad implements Greeter { public Bad() { throw new IllegalStateException("bad"); } public String greet() { return ""; } }
  public static class Not { }
  public interface None { }
  public static void main(String[] a) {
    ServiceLoader<Greeter> l = ServiceLoader.load(Greeter.class);
    System.out.println(l);
    Iterator<Greeter> it = l.iterator();
    while (true) { try { if (!it.hasNext()) break; System.out.println(it.next().greet()); } catch (ServiceConfigurationError e) { System.out.println(e.getMessage() + " " + e.getCause()); } }
    System.out.println(l.findFirst().get().greet());
    System.out.println(ServiceLoader.load(None.class).findFirst().isPresent());
    System.out.println(ServiceLoader.load(Greeter.class).stream().limit(2).map(p -> p.type().getSimpleName()).collect(Collectors.toList()));
    for (Greeter g : l) { System.out.println(g.greet()); break; }
  } }
