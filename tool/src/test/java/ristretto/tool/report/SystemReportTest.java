package ristretto.tool.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.description.Platform;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.MemoryMap;

class SystemReportTest {
    private static final SystemReport REPORT = report();

    private static ProcessDescription first(String name, int priority, Restart restart) {
        return new ProcessDescription(
                name,
                name,
                new MemoryNeeds(65536, 16384, 0),
                new Schedule(priority, 1_000_000, 10_000_000),
                new LifeCycle(restart, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private static SystemReport report() {
        ProcessDescription console = new ProcessDescription(
                "console",
                "console",
                new MemoryNeeds(65536, 16384, 0, 64, 0, 4096, 8192),
                new Schedule(200, 4_000_000, 10_000_000),
                new LifeCycle(Restart.ALWAYS, 0, 0, 0, 0, 200_000_000, false, "sight"),
                new Authority(false, false, false, false),
                List.of("console"),
                4,
                List.of(),
                List.of(),
                "",
                List.of(new DeviceGrant("uart", 0x1000_0000, 4096)),
                List.of(new InterruptGrant("uart", 10)),
                List.of(),
                List.of(),
                3,
                2);
        ProcessDescription shell = new ProcessDescription(
                "shell",
                "shell",
                new MemoryNeeds(131072, 32768, 0),
                new Schedule(120, 5_000_000, 10_000_000),
                new LifeCycle(Restart.ON_FAILURE, 0, 0, 0, 0, 0, false, ""),
                new Authority(true, false, false, true),
                List.of(),
                List.of("console"),
                List.of("console"),
                "console",
                List.of(),
                List.of(),
                List.of());
        Map<String, String> mains = new LinkedHashMap<>();
        mains.put("console", "a.Console");
        mains.put("shell", "a.Shell");
        SystemDescription description = new SystemDescription(
                "small",
                new Platform(16 << 20, true, 0, List.of()),
                false,
                mains,
                new SystemTable(List.of(
                        first("root", 250, Restart.NEVER), first("supervisor", 240, Restart.NEVER), console, shell)));
        MemoryMap memory = new MemoryMap(List.of(
                new MemoryMap.Region("kernel text", "kernel", "0x80200000", 4096, List.of()),
                new MemoryMap.Region("boot archive", "kernel", "0x80201000", 4096, List.of()),
                new MemoryMap.Region("shell", "shell", null, 8192, List.of(new MemoryMap.Part("heap", 4096))),
                new MemoryMap.Region("left", "", null, 16_764_928, List.of())));
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("shell", 100_000L);
        Map<String, String> stacks = new LinkedHashMap<>();
        stacks.put("kernel", "entry 400\nother 8\n");
        stacks.put("shell", "");
        return SystemReport.of(
                description,
                memory,
                bytes,
                stacks,
                Map.of("shell", List.of("a.Shell.lock: nobody waits with the lock")));
    }

    @Test
    void theTextSaysWhoHoldsWhat() {
        assertEquals("""
                System small, 16,777,216 bytes of memory

                What each process may touch, beside its own memory
                  root
                    restarted: never
                  supervisor
                    restarted: never
                  console      a.Console
                    registers of uart at 0x10000000, 4,096 bytes
                    interrupt 10, of uart
                    provides console
                    receives through a ring from shell, 12,288 bytes that both see
                    serves calls of console by a channel from shell, 12,288 bytes that both see
                    works on 4 calls of each client at a time
                    holds at most 3 services of others that come to it with calls
                    returns at most 2 services at a time to each client
                    may let servers use its buffer of 8,192 bytes for the time of a call
                    saves 64 bytes for its next life
                    shares 4,096 bytes with its devices, of which it knows the physical address
                    in the group sight
                    restarted: always, asked for a sign of life each 200 ms
                  shell        a.Shell
                    calls console, of console
                    sends through a ring to console, 12,288 bytes that both see
                    calls console by a channel to console, 12,288 bytes that both see
                    may ask the system: inspect, foreground
                    restarted: on-failure

                Capabilities in each process's table when it starts, by slot, as `caps` shows them
                  root: all that the kernel has
                  supervisor
                    1    notification                   own:notification             receive send
                    2    reply                          own:reply                    control
                    3    reply                          own:reply-3                  control
                    4    kernel log                     own:log                      read write execute receive send control
                    5    cap table                      own:table                    read write execute receive send control
                    6    thread                         own:thread                   read write execute receive send control
                    7    frame of 4,096 bytes           own:archive                  read execute
                    8    frame of 2,147,483,648 bytes   own:devices                  read write
                    9    scheduling control             own:scheduling               read write execute receive send control
                    10   interrupt control              own:interrupts               read write execute receive send control
                    11   endpoint                       own:endpoint                 read write execute receive send control
                    12   endpoint                       endpoint:console             read write execute receive send control
                    13   endpoint                       own:root                     send
                    14   untyped of 16,773,120 bytes    own:quota                    read write execute receive send control
                  console
                    1    notification                   own:notification             receive
                    2    reply                          own:reply                    control
                    3    reply                          own:reply-3                  control
                    4    reply                          own:reply-4                  control
                    5    notification                   own:heartbeat                send
                    6    endpoint                       own:supervisor               send
                    7    notification                   ring-from-wake:shell         send
                    8    notification                   calls-from-wake:console      send
                    9    endpoint                       provides:console             receive
                    10   interrupt line                 interrupt:uart               control
                    11   cap table                      own:table                    control
                    12   frame of 8,192 bytes           own:buffer                   read write
                    13   endpoint                       own:endpoint                 send
                  shell
                    1    notification                   own:notification             receive
                    2    notification                   own:heartbeat                send
                    3    endpoint                       own:supervisor               send
                    4    notification                   ring-to-wake:console         send
                    5    notification                   calls-to-wake:console        send
                    6    endpoint                       uses:console                 send

                Shares of the processor; all of a budget is had within the time on the right, if the process is ready and its budget full
                  process      priority     budget     period  share   within
                  root              250    1000 us   10000 us   10.0 %   1000 us
                  supervisor        240    1000 us   10000 us   10.0 %   3000 us
                  console           200    4000 us   10000 us   40.0 %   8000 us
                  shell             120    5000 us   10000 us   50.0 %   not assured within the period

                Memory, in bytes
                  process            heap      stack   image
                  root             65,536     16,384   root
                  supervisor       65,536     16,384   supervisor
                  console          65,536     16,384   console
                  shell           131,072     32,768   shell
                  image              size
                  shell           100,000

                Map of memory, in bytes, by physical address; what has none lies in what the supervisor divides
                  0x80200000          4,096  kernel text, kernel
                  0x80201000          4,096  boot archive, kernel
                                      8,192  shell
                                      4,096    heap
                                 16,764,928  left

                Deepest stack of each entry point, in bytes
                kernel
                  entry 400
                  other 8
                shell

                Methods that say that they never wait (@NeverWaits), unchecked: 1
                  shell        a.Shell.lock: nobody waits with the lock
                """, TextReport.of(REPORT));
    }

    @Test
    void theJsonTextHasTheSame() {
        JsonObject json = new Gson().toJsonTree(REPORT).getAsJsonObject();
        JsonObject console = json.getAsJsonArray("processes").get(2).getAsJsonObject();
        assertEquals(8_000_000, console.get("wholeBudgetWithinNs").getAsLong());
        assertEquals(3, console.getAsJsonObject("limits").get("receives").getAsInt());
        assertEquals(2, console.getAsJsonObject("limits").get("sessions").getAsInt());
        assertEquals("sight", console.get("group").getAsString());
        assertEquals(
                "calls-from-wake:console",
                console.getAsJsonArray("capabilities")
                        .get(7)
                        .getAsJsonObject()
                        .get("name")
                        .getAsString());
        assertEquals(
                "0x10000000",
                console.getAsJsonArray("devices")
                        .get(0)
                        .getAsJsonObject()
                        .get("address")
                        .getAsString());
        JsonObject text = json.getAsJsonArray("memoryMap").get(0).getAsJsonObject();
        assertEquals("0x80200000", text.get("address").getAsString());
        assertEquals(4096, text.get("bytes").getAsLong());
        JsonObject shell = json.getAsJsonArray("processes").get(3).getAsJsonObject();
        assertTrue(!shell.has("wholeBudgetWithinNs")
                || shell.get("wholeBudgetWithinNs").isJsonNull());
        assertEquals("console", shell.getAsJsonObject("uses").get("console").getAsString());
        assertEquals(
                100_000,
                json.getAsJsonObject("images")
                        .getAsJsonObject("shell")
                        .get("bytes")
                        .getAsLong());
        assertEquals(
                1,
                json.getAsJsonObject("images")
                        .getAsJsonObject("shell")
                        .getAsJsonArray("neverWaiting")
                        .size());
    }

    /** A page of XML, as this one is but for its first line and {@code meta}, is well formed; it refers to nothing outside of it. */
    @Test
    void theHtmlPageStandsAlone() throws Exception {
        String page = HtmlReport.of(REPORT);
        String xml = page.replace("<!DOCTYPE html>", "")
                .replace("<meta charset=\"utf-8\">", "")
                .replace("<br>", "<br/>");
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(xml)));
        assertEquals(4, document.getElementsByTagName("rect").getLength());
        assertEquals(2, document.getElementsByTagName("line").getLength(), "a call and a ring");
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertTrue(!page.contains("http") && !page.contains("src="), page);
        assertTrue(page.contains("uart at 0x10000000, 4,096 bytes") && page.contains("not assured"), page);
        assertTrue(page.contains("holds at most 3 services") && page.contains("in the group sight"), page);
        assertTrue(page.contains("<td>ring-to-wake:console</td><td>send</td>"), page);
        assertTrue(page.contains("<td>0x80200000</td><td class=\"n\">4,096</td><td>kernel text</td>"), page);
    }

    @Test
    void namesAreTextWhateverTheyHold() throws Exception {
        SystemReport.Process process = REPORT.processes().get(2);
        String evil = "<script>alert('&\"')</script>";
        SystemReport.Process renamed = new SystemReport.Process(
                evil,
                evil,
                evil,
                1,
                1,
                1,
                1,
                null,
                1,
                1,
                evil,
                1,
                List.of(evil),
                Map.of(evil, evil),
                List.of(evil),
                List.of(new SystemReport.Channel("calls", evil, evil, 1)),
                List.of(new SystemReport.Device(evil, evil, 1)),
                process.interrupts(),
                List.of(evil),
                process.limits(),
                evil,
                List.of(new SystemReport.Capability(1, evil, evil, 1L, evil)));
        String page = HtmlReport.of(new SystemReport(
                evil,
                1,
                List.of(renamed),
                List.of(new MemoryMap.Region(evil, evil, evil, 1, List.of(new MemoryMap.Part(evil, 1)))),
                Map.of(evil, new SystemReport.Image(1L, List.of(evil), List.of(evil)))));
        assertTrue(!page.contains("<script>") && page.contains("&lt;script&gt;"), page);
    }
}
