package ristretto.sdk.system;

import java.util.List;
import ristretto.sdk.Utf8;

/**
 * Writes what {@link TableReader} reads: numbers as eight bytes, little endian; strings and lists with their count
 * first.
 */
final class TableWriter {
    static final int SESSIONS_SHIFT = 8;

    private byte[] bytes = new byte[1024];
    private int size;

    void number(long value) {
        room(8);
        for (int i = 0; i < 8; i++) {
            bytes[size++] = (byte) (value >> 8 * i);
        }
    }

    void process(ProcessDescription process) {
        string(process.name());
        string(process.image());
        number(process.memory().heapBytes());
        number(process.memory().stackBytes());
        number(process.memory().totalBytes());
        number(process.memory().stateBytes());
        number(process.memory().loanBytes());
        number(process.memory().dmaBytes());
        number(process.memory().bufferBytes());
        number(process.schedule().priority());
        number(process.schedule().budgetNs());
        number(process.schedule().periodNs());
        lifeCycle(process.lifeCycle());
        flag(process.authority().inspect());
        flag(process.authority().control());
        flag(process.authority().log());
        flag(process.authority().foreground());
        strings(process.provides());
        number(process.concurrentCalls());
        strings(process.uses());
        strings(process.rings());
        string(process.streams());
        number(process.devices().size());
        for (DeviceGrant device : process.devices()) {
            string(device.name());
            number(device.physicalAddress());
            number(device.bytes());
        }
        number(process.interrupts().size());
        for (InterruptGrant interrupt : process.interrupts()) {
            string(interrupt.name());
            number(interrupt.number());
        }
        strings(process.arguments());
        strings(process.versions());
        number(process.receives() | process.sessions() << SESSIONS_SHIFT);
    }

    byte[] bytes() {
        byte[] result = new byte[size];
        System.arraycopy(bytes, 0, result, 0, size);
        return result;
    }

    private void lifeCycle(LifeCycle life) {
        number(life.restart().ordinal());
        number(life.backOffNs());
        number(life.backOffLimitNs());
        number(life.stableNs());
        number(life.giveUpAfter());
        number(life.heartbeatNs());
        flag(life.endsSystem());
        string(life.group());
        flag(life.spare());
    }

    private void flag(boolean value) {
        number(value ? 1 : 0);
    }

    private void strings(List<String> values) {
        number(values.size());
        for (String value : values) {
            string(value);
        }
    }

    private void string(String value) {
        byte[] text = Utf8.encode(value);
        number(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            byte[] larger = new byte[Math.max(2 * bytes.length, size + more)];
            System.arraycopy(bytes, 0, larger, 0, size);
            bytes = larger;
        }
    }
}
