package ristretto.sdk.loader;

import java.util.Arrays;
import java.util.List;
import ristretto.abi.StartupPage;
import ristretto.sdk.Utf8;

/** Writes the page in which a process finds what it was given; {@link StartupPage} says how. */
final class StartupPageWriter {
    private byte[] page = new byte[512];
    private int end = StartupPage.FIRST_FREE;
    private long most = Pages.SIZE;

    void word(int offset, long value) {
        for (int i = 0; i < 8; i++) {
            page[offset + i] = (byte) (value >> 8 * i);
        }
    }

    void plan(ProcessPlan plan, long ticksPerSecond) {
        most = plan.hasStartupPage ? Pages.SIZE : Pages.SIZE - StartupPage.IN_MESSAGE_PAGE;
        word(StartupPage.MAGIC, StartupPage.MAGIC_VALUE);
        word(StartupPage.HEAP_START, plan.heapStart);
        word(StartupPage.HEAP_BYTES, plan.heapEnd - plan.heapStart);
        word(StartupPage.STACK_LOW, plan.stackLow);
        word(StartupPage.STACK_HIGH, plan.stackHigh);
        word(StartupPage.MESSAGE_PAGE, plan.messagePage);
        word(StartupPage.TICKS_PER_SECOND, ticksPerSecond);
        word(StartupPage.ARCHIVE, plan.archiveAddress());
        word(StartupPage.NAME, end);
        string(plan.process().name());
        word(StartupPage.ARGUMENTS, end);
        word(StartupPage.ARGUMENT_COUNT, plan.process().arguments().size());
        for (String argument : plan.process().arguments()) {
            string(argument);
        }
    }

    void grants(List<Grant> grants) {
        word(StartupPage.GRANTS, end);
        word(StartupPage.GRANT_COUNT, grants.size());
        for (Grant grant : grants) {
            room(8);
            word(end, grant.value());
            end += 8;
            string(grant.name());
        }
    }

    byte[] page() {
        return page;
    }

    /** Bytes of it that hold something. */
    int length() {
        return end;
    }

    private void string(String text) {
        byte[] bytes = Utf8.encode(text);
        room(2 + bytes.length);
        page[end++] = (byte) bytes.length;
        page[end++] = (byte) (bytes.length >> 8);
        System.arraycopy(bytes, 0, page, end, bytes.length);
        end += bytes.length;
    }

    private void room(int bytes) {
        if (bytes > most - end) {
            throw new LoaderException("startup page: arguments and grants take more than " + most + " bytes");
        }
        if (bytes > page.length - end) {
            page = Arrays.copyOf(page, (int) Math.min(most, 2 * page.length + bytes));
        }
    }
}
