package ristretto.abi;

/** Types of kernel objects, as in retype, capability inspection and error reports. */
public final class ObjectType {
    public static final int NONE = 0;
    public static final int UNTYPED = 1;
    public static final int CAP_TABLE = 2;
    public static final int ADDRESS_SPACE = 3;
    public static final int PAGE_TABLE = 4;
    public static final int FRAME = 5;
    public static final int THREAD = 6;
    public static final int SCHEDULING_CONTEXT = 7;
    public static final int ENDPOINT = 8;
    public static final int NOTIFICATION = 9;
    public static final int REPLY = 10;
    public static final int SCHEDULING_CONTROL = 11;
    public static final int INTERRUPT_CONTROL = 12;
    public static final int INTERRUPT_LINE = 13;
    public static final int KERNEL_LOG = 14;

    private ObjectType() {}
}
