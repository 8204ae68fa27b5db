package ristretto.runtime;

import java.security.Provider;

/** Where the built-in algorithms say that they come from. It keeps no list of them: they are found by tables. */
public final class BuiltInProvider extends Provider {
    private static final long serialVersionUID = 1;

    public static final Provider INSTANCE = new BuiltInProvider();

    private BuiltInProvider() {
        super("SUN", "25", "The algorithms that are part of the image");
    }
}
