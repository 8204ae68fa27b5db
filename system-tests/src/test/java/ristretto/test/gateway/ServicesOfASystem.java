package ristretto.test.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootedSystem;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.service.ServiceFailure;
import ristretto.sdk.service.ServiceMismatch;
import ristretto.sdk.service.ServiceRestarted;
import ristretto.test.gateway.Librarian.Book;
import ristretto.test.gateway.Librarian.NoSuchBook;

/** Calls of a service in a booted system: each way in which one can end. */
abstract class ServicesOfASystem {
    static final String NAME = "librarian";

    @Test
    void answersComeBack(BootedSystem system) throws NoSuchBook {
        Librarian librarian = system.service(Librarian.class, NAME);
        assertEquals(3041, librarian.lend(3, 4));
        assertEquals(-12008, librarian.lend(-12, -1), "the process goes on counting");
        Book book = librarian.find("Middlemarch");
        assertEquals("Middlemarch", book.title());
        assertEquals(1871, book.year());
        long[] pages = {-1, -2, -4, -8, -16, -32, -64, -128, -256, -512, -1024};
        assertArrayEquals(pages, book.pages());
    }

    @Test
    void exceptionsComeBack(BootedSystem system) {
        Librarian librarian = system.service(Librarian.class, NAME);
        assertEquals(
                "no book \"?\"",
                assertThrows(NoSuchBook.class, () -> librarian.find("?")).getMessage());
        assertNull(assertThrows(NoSuchBook.class, () -> librarian.find("")).getMessage());
        assertEquals(
                "Librarian.tear: java.lang.IllegalStateException: it is made of steel",
                assertThrows(ServiceFailure.class, librarian::tear).getMessage());
        assertThrows(MessageFormatException.class, () -> librarian.find("x".repeat(1000)));
        assertEquals(1, librarian.lend(0, 0), "none of it has ended the process");
    }

    @Test
    void theDeathOfAServerShows(BootedSystem system) {
        Librarian librarian = system.service(Librarian.class, NAME);
        assertEquals(1, librarian.lend(0, 0));
        assertEquals(2, librarian.lend(0, 0));
        assertEquals(
                "Librarian.burn",
                assertThrows(ServiceRestarted.class, librarian::burn).getMessage());
        assertEquals(1, librarian.lend(0, 0), "the next life has begun");
        system.expect("java.lang.AssertionError: fire");
        assertEquals(451, librarian.burnOnce(), "an idempotent call goes to the next life by itself");
        assertEquals(1, librarian.lend(0, 0));
    }

    /** A name of the wrong service, or an interface that it does not have. */
    @Test
    void mistakesAreToldInTheTest(BootedSystem system) {
        assertEquals(
                "service: expected one of those that @BootTest names, librarian, console, got \"libarian\"",
                assertThrows(IllegalArgumentException.class, () -> system.service(Librarian.class, "libarian"))
                        .getMessage());
        assertEquals(
                "service: expected an interface with @Service and the client that is made from it, got java.lang.Runnable",
                assertThrows(IllegalArgumentException.class, () -> system.service(Runnable.class, NAME))
                        .getMessage());
        Librarian librarian = system.service(Librarian.class, NAME);
        assertEquals(
                "services as results do not come to a test",
                assertThrows(UnsupportedOperationException.class, librarian::branch)
                        .getMessage());
        Librarian noLibrarian = system.service(Librarian.class, "console");
        assertThrows(ServiceMismatch.class, () -> noLibrarian.lend(1, 2));
    }

    @Test
    void threadsOfATestHaveAnswersOfTheirOwn(BootedSystem system) throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            String title = "Volume " + client;
            Librarian librarian = system.service(Librarian.class, NAME);
            clients.add(() -> {
                for (int i = 0; i < 25; i++) {
                    assertEquals(title, librarian.find(title).title());
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
        }
        assertEquals(1, system.service(Librarian.class, NAME).lend(0, 0));
    }
}
