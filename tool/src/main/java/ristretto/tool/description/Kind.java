package ristretto.tool.description;

import java.util.Map;

/** What the value of a key may be: the parser checks with it, the schema for editors is made of it, and so are the tables of the manual. */
interface Kind<T> {

    /** Hears of what is wrong with a value. */
    interface Mistake {
        /** @param nearest a word that would be right, or null */
        void told(String expected, String got, String nearest);
    }

    /** What to say where there is no value, or one of another type. */
    String expected();

    /** All that may stand there, for the manual. */
    default String described() {
        return expected();
    }

    /** A value to go on with after a mistake. */
    T harmless();

    /**
     * Checks a value.
     *
     * @return harmless after a mistake
     */
    T read(Object value, Mistake mistake);

    /** As it stands in a file. */
    Object written(T value);

    /** The same for editors, as members of a JSON schema. Of quantities it has the form, but not the limits. */
    Map<String, Object> schema();
}
