package ristretto.runtime.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import ristretto.runtime.Alias;
import ristretto.runtime.Resources;
import ristretto.runtime.Substitute;

/**
 * Bundles of properties from the image, for the locale asked for, else the default one, else the root. Bundles that are classes are not looked
 * for; files are read as UTF-8.
 */
@Substitute("java.util.ResourceBundle")
final class ResourceBundleSubstitute {
    @Alias("setParent")
    static native void setParent(ResourceBundle self, ResourceBundle parent);

    @Alias("locale")
    static native void setLocale(ResourceBundle self, Locale locale);

    @Alias("name")
    static native void setName(ResourceBundle self, String name);

    static ResourceBundle getBundle(String name) {
        return getBundle(name, Locale.getDefault());
    }

    static ResourceBundle getBundle(String name, Locale locale) {
        ResourceBundle found = find(name, candidates(locale));
        if (found == null) {
            found = find(name, candidates(Locale.getDefault()));
        }
        ResourceBundle root = load(name, Locale.ROOT);
        if (found == null && root == null) {
            throw new MissingResourceException(
                    "Can't find bundle for base name " + name + ", locale " + locale, name + "_" + locale, "");
        }
        if (found == null) {
            return root;
        }
        if (root != null) {
            last(found, root);
        }
        return found;
    }

    /** From the most special one on, without the root. */
    private static List<Locale> candidates(Locale locale) {
        List<Locale> candidates = new ArrayList<>();
        if (!locale.getVariant().isEmpty()) {
            candidates.add(locale);
        }
        if (!locale.getCountry().isEmpty()) {
            candidates.add(Locale.of(locale.getLanguage(), locale.getCountry()));
        }
        if (!locale.getLanguage().isEmpty()) {
            candidates.add(Locale.of(locale.getLanguage()));
        }
        return candidates;
    }

    /** Those of these that there are, each the parent of the one before; null: none. */
    private static ResourceBundle find(String name, List<Locale> candidates) {
        ResourceBundle special = null;
        for (Locale candidate : candidates.reversed()) {
            ResourceBundle loaded = load(name, candidate);
            if (loaded != null) {
                if (special != null) {
                    setParent(loaded, special);
                }
                special = loaded;
            }
        }
        return special;
    }

    @Alias("parent")
    static native ResourceBundle parent(ResourceBundle self);

    private static void last(ResourceBundle first, ResourceBundle root) {
        ResourceBundle bundle = first;
        while (parent(bundle) != null) {
            bundle = parent(bundle);
        }
        setParent(bundle, root);
    }

    private static ResourceBundle load(String name, Locale locale) {
        String suffix = locale.equals(Locale.ROOT) ? "" : "_" + locale;
        try (InputStream in = Resources.open(name.replace('.', '/') + suffix + ".properties")) {
            if (in == null) {
                return null;
            }
            ResourceBundle bundle = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
            setLocale(bundle, locale);
            setName(bundle, name);
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResourceBundleSubstitute() {}
}
