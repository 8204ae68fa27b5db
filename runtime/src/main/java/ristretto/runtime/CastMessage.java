package ristretto.runtime;

/**
 * The text of a ClassCastException, as HotSpot words it: both classes, and where each comes from. Whether a class is of
 * the JDK or of the application is told by its name, because there is no other module and no class loader.
 */
final class CastMessage {

    static String of(Class<?> source, Class<?> target) {
        String from = source.getName();
        String to = target.getName();
        StringBuilder text = new StringBuilder(160);
        text.append("class ").append(from).append(" cannot be cast to class ").append(to).append(" (");
        boolean fromJdk = isOfJdk(source);
        boolean toJdk = isOfJdk(target);
        if (fromJdk == toJdk) {
            text.append(from).append(" and ").append(to).append(fromJdk ? " are in module java.base of loader 'bootstrap'"
                    : " are in unnamed module of loader 'app'");
        } else {
            text.append(from).append(place(fromJdk)).append("; ").append(to).append(place(toJdk));
        }
        return text.append(')').toString();
    }

    private static String place(boolean jdk) {
        return jdk ? " is in module java.base of loader 'bootstrap'" : " is in unnamed module of loader 'app'";
    }

    private static boolean isOfJdk(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        return element.isPrimitive() || name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }

    private CastMessage() {}
}
