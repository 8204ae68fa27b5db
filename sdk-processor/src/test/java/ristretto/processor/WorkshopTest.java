package ristretto.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.processor.sample.Workshop;
import ristretto.processor.sample.WorkshopClient;
import ristretto.processor.sample.WorkshopDispatcher;
import ristretto.sdk.Handler;
import ristretto.sdk.Loopback;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Server;
import ristretto.sdk.service.ServiceFailure;
import ristretto.sdk.service.ServiceMismatch;
import ristretto.sdk.service.ServiceRestarted;
import ristretto.sdk.service.Transport;

/** Client and dispatcher that the processor wrote, against each other. */
class WorkshopTest {
    private static final class Implementation implements Workshop {
        int calls;
        Implementation branch;

        @Override
        public int add(int a, int b) {
            calls++;
            return Math.addExact(a, b);
        }

        @Override
        public long add(long a, long b) {
            calls++;
            return a + b;
        }

        @Override
        public Part paint(Part part, Colour colour) {
            calls++;
            return new Part(
                    part.name(), colour, new Point(part.at().x() + 1, -part.at().y()), part.sizes(), !part.isNew());
        }

        @Override
        public String numbers(boolean a, byte b, short c, char d, int e, long f, float g, double h) {
            calls++;
            return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
        }

        @Override
        public String arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g, double[] h) {
            calls++;
            return Arrays.toString(a)
                    + Arrays.toString(b)
                    + Arrays.toString(c)
                    + Arrays.toString(d)
                    + Arrays.toString(e)
                    + Arrays.toString(f)
                    + Arrays.toString(g)
                    + Arrays.toString(h);
        }

        @Override
        public void breaks(String how) throws BrokenException, IOException {
            calls++;
            switch (how) {
                case "declared" -> throw new BrokenException("it broke");
                case "no message" -> throw new IOException((String) null);
                case "long" -> throw new IOException("é".repeat(5000));
                case "unchecked" -> throw new IllegalStateException("nobody said so");
                default -> {}
            }
        }

        @Override
        public Colour favourite() {
            calls++;
            return Colour.BLUE;
        }

        @Override
        public Part order(String name, int[] sizes, long waitMilliseconds) throws BrokenException {
            rest(waitMilliseconds);
            if (name.equals("nothing")) {
                throw new BrokenException("there is none");
            }
            return new Part(
                    name, Colour.RED, new Point(sizes.length, 0), new long[name.equals("huge") ? 1000 : 1], true);
        }

        @Override
        public void rest(long milliseconds) {
            calls++;
            try {
                Thread.sleep(Math.clamp(milliseconds, 0, 5));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long addElsewhere(long a, Workshop other, long b) {
            calls++;
            try (WorkshopClient given = (WorkshopClient) other) {
                return given.add(a, b);
            }
        }

        @Override
        public long addElsewhereLater(long a, Workshop other, long b) throws BrokenException {
            rest(1);
            if (a < 0) {
                throw new BrokenException("there is none");
            }
            return addElsewhere(a, other, b);
        }

        @Override
        public Workshop branch(String town) throws BrokenException {
            calls++;
            return switch (town) {
                case "nowhere" -> throw new BrokenException("there is none");
                case "missing" -> null;
                case "foreign" -> new WorkshopClient(new Loopback(new WorkshopDispatcher(this)));
                default -> branch = new Implementation();
            };
        }

        @Override
        public Workshop branchLater(String town) throws BrokenException {
            rest(1);
            return branch(town);
        }

        @Override
        public byte[] repair(byte[] damaged) {
            calls++;
            return new byte[damaged.length * 2];
        }
    }

    private final Implementation implementation = new Implementation();
    private final Loopback server = new Loopback(new WorkshopDispatcher(implementation));
    private final WorkshopClient client = new WorkshopClient(server);

    @Test
    void aServiceIsAnArgument() {
        Implementation elsewhere = new Implementation();
        Workshop other = new WorkshopClient(new Loopback(new WorkshopDispatcher(elsewhere)));
        assertEquals(7, client.addElsewhere(3, other, 4));
        assertEquals(1, elsewhere.calls);
        assertEquals(1, implementation.calls);
    }

    @Test
    void aServiceIsAnArgumentOfAMethodThatWaits() throws Workshop.BrokenException {
        Implementation elsewhere = new Implementation();
        Workshop other = new WorkshopClient(new Loopback(new WorkshopDispatcher(elsewhere)));
        assertEquals(7, client.addElsewhereLater(3, other, 4));
        assertEquals(7, client.addElsewhereLaterAsync(3, other, 4).join());
        assertEquals(2, elsewhere.calls);
        assertEquals(
                "there is none",
                assertThrows(Workshop.BrokenException.class, () -> client.addElsewhereLater(-3, other, 4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> client.addElsewhereLater(3, elsewhere, 4));
        assertEquals(2, elsewhere.calls);
    }

    @Test
    void onlyAClientTravels() {
        assertEquals(
                "expected a client of another process's service, got an object of " + Implementation.class.getName(),
                assertThrows(IllegalArgumentException.class, () -> client.addElsewhere(3, implementation, 4))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> client.addElsewhere(3, null, 4));
        assertEquals(0, implementation.calls);
        assertEquals(7, client.add(3L, 4L));
    }

    @Test
    void aServiceIsAResult() throws Workshop.BrokenException {
        Workshop branch = client.branch("here");
        assertEquals(7, branch.add(3, 4));
        assertEquals(1, implementation.calls);
        assertEquals(1, implementation.branch.calls);
        assertEquals(
                "it broke",
                assertThrows(Workshop.BrokenException.class, () -> branch.breaks("declared"))
                        .getMessage());
        assertEquals(9, branch.branch("there").add(4, 5), "and what it returns");
        assertEquals(1, implementation.branch.branch.calls);
    }

    @Test
    void aServiceIsAResultOfAMethodThatWaits() throws Workshop.BrokenException {
        assertEquals(7, client.branchLater("here").add(3, 4));
        assertEquals(7, client.branchLaterAsync("here").join().add(3, 4));
        assertEquals(
                "there is none",
                assertThrows(Workshop.BrokenException.class, () -> client.branchLater("nowhere"))
                        .getMessage());
    }

    @Test
    void onlyAServiceOfItsOwnIsAResult() {
        assertEquals(
                "there is none",
                assertThrows(Workshop.BrokenException.class, () -> client.branch("nowhere"))
                        .getMessage());
        assertEquals(
                "Workshop.branch: java.lang.NullPointerException: the method returned null: expected a service",
                assertThrows(ServiceFailure.class, () -> client.branch("missing"))
                        .getMessage());
        assertEquals(
                "Workshop.branch: java.lang.IllegalArgumentException: expected a service of this process as the result, got a "
                        + WorkshopClient.class.getName() + ", which calls another process's",
                assertThrows(ServiceFailure.class, () -> client.branch("foreign"))
                        .getMessage());
    }

    /** It is not even asked for another one. */
    @Test
    void withoutRoomThereIsNoResult() {
        server.isFull();
        assertEquals(
                "Workshop.branch: java.lang.IllegalStateException: no room",
                assertThrows(ServiceFailure.class, () -> client.branch("here")).getMessage());
        assertEquals(0, implementation.calls);
    }

    /** The answer is there, and the service is not; or there is more than that. */
    @Test
    void anAnswerWithoutItsServiceIsRefused() {
        for (int more = 0; more < 2; more++) {
            int words = more;
            WorkshopClient hasty = new WorkshopClient(new Loopback(request -> {
                Message answer = request.answer();
                for (int i = 0; i < words; i++) {
                    answer.putLong(7);
                }
            }));
            assertEquals(
                    words == 0 ? "message: expected a service, got none" : "message: 1 words more than expected",
                    assertThrows(MessageFormatException.class, () -> hasty.branch("here"))
                            .getMessage());
        }
    }

    /** The words of a call are there, and the service is not. */
    @Test
    void aCallWithoutItsServiceIsRefused() {
        Message sent = new Message();
        WorkshopClient forgetful = new WorkshopClient(new Transport() {
            @Override
            public int call(Message message, long deadlineTicks) {
                sent.start(message.label()).putLong(3).putLong(4);
                return server.call(sent, deadlineTicks);
            }

            @Override
            public CallRegisters words() {
                return server.words();
            }

            @Override
            public long callRegisters(long tag, long deadlineTicks) {
                return server.callRegisters(tag, deadlineTicks);
            }

            @Override
            public void take(Message message) {
                server.take(message);
            }
        });
        assertThrows(ServiceMismatch.class, () -> forgetful.addElsewhere(3, client, 4));
        assertEquals(0, implementation.calls);
    }

    @Test
    void argumentsAndResultsArrive() {
        assertEquals(5, client.add(2, 3));
        assertEquals(Integer.MIN_VALUE, client.add(Integer.MIN_VALUE, 0));
        assertEquals(1L << 62, client.add(1L << 61, 1L << 61));
        assertEquals(14, client.twice(7));
        assertEquals(Workshop.Colour.BLUE, client.favourite());
        Workshop.Part part = client.paint(
                new Workshop.Part(
                        "bölt 😀",
                        Workshop.Colour.RED,
                        new Workshop.Point(-4, 2.5),
                        new long[] {1, Long.MIN_VALUE},
                        true),
                Workshop.Colour.GREEN);
        assertEquals("bölt 😀", part.name());
        assertEquals(Workshop.Colour.GREEN, part.colour());
        assertEquals(new Workshop.Point(-3, -2.5), part.at());
        assertArrayEquals(new long[] {1, Long.MIN_VALUE}, part.sizes());
        assertEquals(
                "true -128 32767 \uffff -1 9223372036854775807 -0.0 NaN",
                client.numbers(true, Byte.MIN_VALUE, Short.MAX_VALUE, '\uffff', -1, Long.MAX_VALUE, -0.0f, Double.NaN));
        assertEquals(
                "[true, false][1, -1, 3][-2][a, b][][9][0.5][-Infinity]",
                client.arrays(
                        new boolean[] {true, false},
                        new byte[] {1, -1, 3},
                        new short[] {-2},
                        new char[] {'a', 'b'},
                        new int[0],
                        new long[] {9},
                        new float[] {0.5f},
                        new double[] {Double.NEGATIVE_INFINITY}));
    }

    @Test
    void methodsThatWaitAnswerLater() throws Exception {
        Workshop.Part part = client.order("wheel", new int[] {1, 2, 3}, 5);
        assertEquals("wheel", part.name());
        assertEquals(3, part.at().x());
        client.rest(2);
        assertEquals(
                "there is none",
                assertThrows(Workshop.BrokenException.class, () -> client.order("nothing", new int[0], 1))
                        .getMessage());
        assertThrows(ServiceFailure.class, () -> client.order("huge", new int[0], 0), "an answer that is too long");
        assertEquals(4, implementation.calls);
    }

    @Test
    void declaredExceptionsCrossTheBoundary() throws Exception {
        client.breaks("not at all");
        assertEquals(
                "it broke",
                assertThrows(Workshop.BrokenException.class, () -> client.breaks("declared"))
                        .getMessage());
        assertNull(assertThrows(IOException.class, () -> client.breaks("no message"))
                .getMessage());
        String cut =
                assertThrows(IOException.class, () -> client.breaks("long")).getMessage();
        assertTrue(cut.length() == 450 && cut.startsWith("éé"), cut);
    }

    @Test
    void othersAreFailures() {
        assertEquals(
                "Workshop.breaks: java.lang.IllegalStateException: nobody said so",
                assertThrows(ServiceFailure.class, () -> client.breaks("unchecked"))
                        .getMessage());
        assertEquals(
                "Workshop.add: java.lang.ArithmeticException: integer overflow",
                assertThrows(ServiceFailure.class, () -> client.add(Integer.MAX_VALUE, 1))
                        .getMessage());
        assertEquals(3, client.add(1, 2));
    }

    @Test
    void whatIsTooLongIsRefusedWhereItIsMade() {
        assertThrows(MessageFormatException.class, () -> client.repair(new byte[1000]));
        assertEquals(0, implementation.calls);
        assertEquals(
                "Workshop.repair: ristretto.sdk.MessageFormatException: message: expected at most 120 words",
                assertThrows(ServiceFailure.class, () -> client.repair(new byte[900]))
                        .getMessage());
        assertEquals(800, client.repair(new byte[400]).length);
    }

    @Test
    void nullIsRefusedByTheClient() {
        assertThrows(NullPointerException.class, () -> client.repair(null));
        assertThrows(NullPointerException.class, () -> client.paint(null, Workshop.Colour.RED));
        assertEquals(0, implementation.calls);
    }

    @Test
    void aServersDeathIsToldOrOvercome() {
        server.dies(1);
        assertEquals(
                "Workshop.add",
                assertThrows(ServiceRestarted.class, () -> client.add(1, 2)).getMessage());
        server.dies(3);
        assertEquals(Workshop.Colour.BLUE, client.favourite());
        assertEquals(1, implementation.calls);
    }

    @Test
    void anotherVersionIsNoticed() {
        Handler other = request -> {};
        WorkshopClient lost = new WorkshopClient(new Loopback(other));
        assertEquals(
                "Workshop.add: the server has no such method, or another version of it",
                assertThrows(ServiceMismatch.class, () -> lost.add(1, 2)).getMessage());
    }

    @Test
    void answersAreCheckedToo() {
        Handler liar = request -> request.answer().putLong(1).putLong(2);
        assertThrows(MessageFormatException.class, () -> new WorkshopClient(new Loopback(liar)).add(1, 2));
        Handler large = request -> request.answer().putLong(1L << 32);
        assertThrows(MessageFormatException.class, () -> new WorkshopClient(new Loopback(large)).add(1, 2));
        Handler colour = request -> request.answer().putLong(3);
        assertThrows(MessageFormatException.class, () -> new WorkshopClient(new Loopback(colour)).favourite());
        Handler strange = request -> request.answer(7);
        assertThrows(ServiceFailure.class, () -> new WorkshopClient(new Loopback(strange)).favourite());
    }

    /** Messages of right labels and random words: each is refused, or reaches the implementation with arguments that are in range. */
    @Test
    void randomMessagesDoNoHarm() {
        Random random = new Random(5);
        Message message = new Message();
        int[] labels = labels();
        int refused = 0;
        int rounds = 200_000;
        for (int i = 0; i < rounds; i++) {
            message.start(
                    random.nextInt(20) == 0
                            ? random.nextInt() & Integer.MAX_VALUE
                            : labels[random.nextInt(labels.length)]);
            int words = random.nextInt(random.nextBoolean() ? 6 : 121);
            for (int word = 0; word < words; word++) {
                message.putLong(
                        switch (random.nextInt(4)) {
                            case 0 -> random.nextLong();
                            case 1 -> random.nextInt(3) - 1;
                            case 2 -> random.nextInt(130);
                            default -> random.nextInt();
                        });
            }
            int answer = server.call(message, 0);
            refused += answer == Server.BAD_REQUEST ? 1 : 0;
        }
        assertEquals(rounds, refused + implementation.calls);
        assertTrue(implementation.calls > rounds / 100, "calls that got through: " + implementation.calls);
    }

    /** Notes the labels of calls, and makes none. */
    private static final class Spy implements Transport {
        final int[] found = new int[8];
        int count;

        @Override
        public int call(Message message, long deadlineTicks) {
            found[count++] = message.label();
            throw new UnsupportedOperationException();
        }

        @Override
        public CallRegisters words() {
            return new CallRegisters();
        }

        @Override
        public long callRegisters(long tag, long deadlineTicks) {
            found[count++] = Tag.label(tag);
            throw new UnsupportedOperationException();
        }

        @Override
        public void take(Message message) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of all methods, as the client uses them. */
    private static int[] labels() {
        Spy transport = new Spy();
        WorkshopClient spy = new WorkshopClient(transport);
        assertThrows(UnsupportedOperationException.class, () -> spy.add(1, 2));
        assertThrows(UnsupportedOperationException.class, () -> spy.add(1L, 2L));
        assertThrows(UnsupportedOperationException.class, spy::favourite);
        assertThrows(UnsupportedOperationException.class, () -> spy.repair(new byte[0]));
        assertThrows(UnsupportedOperationException.class, () -> spy.breaks(""));
        assertThrows(
                UnsupportedOperationException.class, () -> spy.numbers(true, (byte) 0, (short) 0, 'a', 1, 1, 1, 1));
        assertThrows(
                UnsupportedOperationException.class,
                () -> spy.arrays(
                        new boolean[0],
                        new byte[0],
                        new short[0],
                        new char[0],
                        new int[0],
                        new long[0],
                        new float[0],
                        new double[0]));
        assertThrows(
                UnsupportedOperationException.class,
                () -> spy.paint(
                        new Workshop.Part("", Workshop.Colour.RED, new Workshop.Point(1, 1), new long[0], true),
                        Workshop.Colour.RED));
        return transport.found;
    }
}
