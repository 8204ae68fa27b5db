package ristretto.sdk.service;

import ristretto.magic.AlwaysInline;
import ristretto.magic.NoInline;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;

/** Arrays in messages, a word for the length and one for each element, and the end of a message. What is read is checked before anything is made of it. */
public final class Words {
    private Words() {}

    /** Nothing follows. */
    public static void end(Message message) {
        if (message.left() != 0) {
            throw new MessageFormatException("message: " + message.left() + " words more than expected");
        }
    }

    /**
     * A number that must lie between these two.
     *
     * @throws MessageFormatException where it does not
     */
    public static int checked(long word, int least, int most) {
        if (word < least || word > most) {
            throw wrong(word, least, most);
        }
        return (int) word;
    }

    /** As {@link #checked}, for all ints. */
    @AlwaysInline
    public static int toInt(long word) {
        if (word != (int) word) {
            throw wrong(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return (int) word;
    }

    @NoInline
    private static MessageFormatException wrong(long word, int least, int most) {
        return new MessageFormatException("message: expected " + least + " to " + most + ", got " + word);
    }

    private static int length(Message message) {
        return message.getInt(0, message.left() - 1);
    }

    public static void put(Message message, boolean[] array) {
        message.putLong(array.length);
        for (boolean element : array) {
            message.putLong(element ? 1 : 0);
        }
    }

    public static boolean[] getBooleans(Message message) {
        boolean[] array = new boolean[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = message.getInt(0, 1) != 0;
        }
        return array;
    }

    public static void put(Message message, char[] array) {
        message.putLong(array.length);
        for (char element : array) {
            message.putLong(element);
        }
    }

    public static char[] getChars(Message message) {
        char[] array = new char[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = (char) message.getInt(Character.MIN_VALUE, Character.MAX_VALUE);
        }
        return array;
    }

    public static void put(Message message, short[] array) {
        message.putLong(array.length);
        for (short element : array) {
            message.putLong(element);
        }
    }

    public static short[] getShorts(Message message) {
        short[] array = new short[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = (short) message.getInt(Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return array;
    }

    public static void put(Message message, int[] array) {
        message.putLong(array.length);
        for (int element : array) {
            message.putLong(element);
        }
    }

    public static int[] getInts(Message message) {
        int[] array = new int[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = message.getInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return array;
    }

    public static void put(Message message, long[] array) {
        message.putLong(array.length);
        for (long element : array) {
            message.putLong(element);
        }
    }

    public static long[] getLongs(Message message) {
        long[] array = new long[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = message.getLong();
        }
        return array;
    }

    public static void put(Message message, float[] array) {
        message.putLong(array.length);
        for (float element : array) {
            message.putLong(Float.floatToRawIntBits(element));
        }
    }

    public static float[] getFloats(Message message) {
        float[] array = new float[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = Float.intBitsToFloat(message.getInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        return array;
    }

    public static void put(Message message, double[] array) {
        message.putLong(array.length);
        for (double element : array) {
            message.putLong(Double.doubleToRawLongBits(element));
        }
    }

    public static double[] getDoubles(Message message) {
        double[] array = new double[length(message)];
        for (int i = 0; i < array.length; i++) {
            array[i] = Double.longBitsToDouble(message.getLong());
        }
        return array;
    }
}
