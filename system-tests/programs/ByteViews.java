import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Wider numbers in byte arrays, as the JDK's data streams read and write them by VarHandles. */
public class ByteViews {
    public static void main(String[] arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (long number : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123456789ABCDEFL, 0xFEDCBA9876543210L}) {
            out.writeByte((int) number);
            out.writeShort((int) number);
            out.writeChar((int) number);
            out.writeInt((int) number);
            out.writeLong(number);
            out.writeFloat(number);
            out.writeDouble(Double.longBitsToDouble(number));
            out.writeUTF("n" + number + "ä\0東");
        }
        System.out.println(bytes.size() + " " + Arrays.hashCode(bytes.toByteArray()));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        for (int i = 0; i < 7; i++) {
            System.out.println(in.readByte() + " " + in.readShort() + " " + (int) in.readChar() + " " + in.readInt() + " "
                    + in.readLong() + " " + in.readFloat() + " " + Double.doubleToRawLongBits(in.readDouble()) + " " + in.readUTF());
        }
        try {
            in.readInt();
        } catch (EOFException e) {
            System.out.println(e);
        }
    }
}
