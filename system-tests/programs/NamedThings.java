// resource greeting.txt: Hello, resource
// resource greeting.txt: in two lines
// resource parts/deep.txt: deep
// resource parts/messages.properties: hello=Hello \\u00e4
// resource parts/messages.properties: only.root=root
// resource parts/messages_de.properties: hello=Hallo
// resource parts/messages_de_AT.properties: hello=Servus
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;

/** Classes, resources and bundles that constants name. */
public class NamedThings {
    private static final class Late {
        static {
            System.out.println("Late is initialised");
        }
    }

    private static final class Broken {
        static final int VALUE = Integer.parseInt("no number");
    }

    private interface Shape {}

    public static void main(String[] arguments) throws Exception {
        resources();
        classes();
        bundles();
    }

    private static void resources() throws IOException {
        for (String name : new String[] {"greeting.txt", "/greeting.txt", "parts/deep.txt", "/parts/deep.txt", "deep.txt", "absent"}) {
            System.out.println(name + ": " + text(NamedThings.class.getResourceAsStream(name)));
        }
        System.out.println(text(NamedThings[].class.getResourceAsStream("greeting.txt")));
        System.out.println(text(String.class.getResourceAsStream("greeting.txt")));
    }

    private static String text(InputStream stream) throws IOException {
        if (stream == null) {
            return "none";
        }
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void classes() throws ClassNotFoundException {
        Class<?> list = Class.forName("java.util.ArrayList");
        System.out.println(list + " " + list.getSimpleName() + " " + list.getPackageName());
        System.out.println(Class.forName("NamedThings$Shape").isInterface());
        System.out.println("before Late");
        System.out.println(Class.forName("NamedThings$Late").getSimpleName());
        System.out.println(Class.forName("NamedThings$Late") == Late.class);
        System.out.println(Class.forName("[Ljava.lang.String;").getSimpleName());
        System.out.println(Class.forName("[[I").getComponentType());
        try {
            Class.forName("NamedThings$Broken");
        } catch (ExceptionInInitializerError e) {
            System.out.println(e.getCause().getMessage());
        }
        for (int i = 0; i < 4; i++) {
            try {
                switch (i) {
                    case 0 -> Class.forName("no.Such");
                    case 1 -> Class.forName("java/lang/String");
                    case 2 -> Class.forName("int");
                    default -> Class.forName("Ljava.lang.String;");
                }
            } catch (ClassNotFoundException e) {
                System.out.println(e);
            }
        }
    }

    private static void bundles() {
        ResourceBundle root = ResourceBundle.getBundle("parts.messages", Locale.ROOT);
        System.out.println(root.getString("hello") + " " + new TreeSet<>(root.keySet()) + " " + root.getBaseBundleName());
        for (Locale locale : new Locale[] {Locale.GERMANY, Locale.of("de", "AT"), Locale.FRANCE}) {
            ResourceBundle bundle = ResourceBundle.getBundle("parts.messages", locale);
            System.out.println(bundle.getString("hello") + ", " + bundle.getString("only.root") + ", " + bundle.getLocale());
        }
        try {
            root.getString("none");
        } catch (MissingResourceException e) {
            System.out.println(e.getMessage());
        }
        try {
            ResourceBundle.getBundle("parts.nothing", Locale.FRANCE);
        } catch (MissingResourceException e) {
            System.out.println(e.getMessage() + "; " + e.getClassName() + "; " + e.getKey());
        }
    }
}
