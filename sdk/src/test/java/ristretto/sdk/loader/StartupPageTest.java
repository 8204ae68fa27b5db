package ristretto.sdk.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.Rights;
import ristretto.abi.StartupPage;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.sdk.Badge;
import ristretto.sdk.Clock;
import ristretto.sdk.Startup;

/**
 * What a builder grants is what the process finds: the writer and the reader of the startup page against each other.
 */
class StartupPageTest {
    @AfterEach
    void forget() {
        SimulatedMemory.reset();
    }

    /** On a JVM no process was started, so its startup page lies at address 0. */
    private static void load(Grants grants) {
        StartupPageWriter writer = new StartupPageWriter();
        writer.word(StartupPage.TICKS_PER_SECOND, 10_000_000);
        writer.grants(grants.list());
        for (int i = 0; i < writer.length(); i++) {
            Memory.storeByte(i, writer.page()[i]);
        }
    }

    @Test
    void grantsAreFoundByKindAndName() {
        Grants grants = new Grants();
        assertEquals(1, grants.capability(Startup.OWN, "notification", 40, Rights.RECEIVE, 0));
        grants.value(Startup.DEVICE, "uart", 0x1_2345_6000L);
        assertEquals(2, grants.capability(Startup.USES, "counter", 41, Rights.SEND, 7));
        load(grants);
        assertEquals(1, Startup.grant(Startup.OWN, "notification"));
        assertEquals(2, Startup.grant(Startup.USES, "counter"));
        assertEquals(0x1_2345_6000L, Startup.grant(Startup.DEVICE, "uart"));
        assertEquals(0, Startup.find(Startup.USES, "count"));
        assertEquals(3, Startup.grants());
        assertEquals("device:uart", Startup.grantName(1));
        assertEquals(2, Startup.grantValue(2));
    }

    @Test
    void whatWasNotGrantedIsNamed() {
        load(new Grants());
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> Startup.grant(Startup.USES, "disk"));
        assertEquals(" was not given uses:disk", e.getMessage());
    }

    @Test
    void aBuilderKnowsWhatItGaveUnderWhichName() {
        Grants grants = new Grants();
        grants.value(Startup.OWN, "replies", 1);
        int slot = grants.capability(Startup.USES, "counter", 41, Rights.SEND, 7);
        assertEquals("uses:counter", grants.nameOfSlot(slot));
        assertEquals(slot, grants.slotOf(Startup.USES, "counter"));
        assertEquals(0, grants.slotOf(Startup.USES, "disk"));
        assertNull(grants.nameOfSlot(slot + 1));
        assertEquals(slot + 1, grants.firstFreeSlot());
    }

    @Test
    void moreThanAPageIsRefused() {
        Grants grants = new Grants();
        for (int i = 0; i < 200; i++) {
            grants.value(Startup.OWN, "a-rather-long-name-" + i, i);
        }
        StartupPageWriter writer = new StartupPageWriter();
        List<Grant> list = grants.list();
        assertThrows(LoaderException.class, () -> writer.grants(list));
    }

    @Test
    void slotsRunOut() {
        SlotRange slots = new SlotRange(10, 5);
        SlotRange part = slots.part(3);
        assertEquals(10, part.take(2));
        assertEquals(13, slots.take(2));
        assertThrows(LoaderException.class, slots::take);
        assertThrows(LoaderException.class, () -> part.take(2));
        part.reset();
        assertEquals(10, part.take(3));
    }

    @Test
    void badgesSayWhoCallsWhat() {
        long badge = Badge.of(62, true, 5) | Badge.FAULT;
        assertEquals(62, Badge.client(badge));
        assertEquals(5, Badge.service(badge));
        assertEquals(0, Badge.service(Badge.of(255, true, 0)));
    }

    @Test
    void timeIsConvertedWithoutLoss() {
        load(new Grants());
        assertEquals(100, Clock.ticksToNs(1));
        assertEquals(1, Clock.nsToTicks(1));
        assertEquals(3_600_000_000_000L, Clock.ticksToNs(Clock.nsToTicks(3_600_000_000_000L)));
        assertEquals(Long.MAX_VALUE / 100, Clock.nsToTicks(Long.MAX_VALUE / 100 * 100));
    }
}
