package ristretto.sdk.system;

import java.util.List;

/**
 * One process of a system: what it is made of and everything that it may touch.
 *
 * @param name unique in the system; lower-case letters, digits and '-', beginning with a letter, at most 23 characters
 * @param image entry of the boot archive, named by the same rule; processes may share one
 * @param provides services that others may use, each provided by one process only
 * @param concurrentCalls of a server: on how many calls of each client that may wait it works at a time, at most 32; 0: its services have no such methods, or those that have make the caller wait with all its threads
 * @param uses services of other processes
 * @param rings processes to which it sends through a ring
 * @param streams the service that carries standard input, output and error; "": none
 * @param arguments of {@code main}
 * @param versions entries of the boot archive with other versions of it, which may take its place while the system runs
 * @param receives how many services of others it may hold at a time that came to it as arguments and results; 0: none can come
 * @param sessions of a server: how many services each client may hold at a time that its methods have returned; 0: they return none
 */
public record ProcessDescription(
        String name,
        String image,
        MemoryNeeds memory,
        Schedule schedule,
        LifeCycle lifeCycle,
        Authority authority,
        List<String> provides,
        int concurrentCalls,
        List<String> uses,
        List<String> rings,
        String streams,
        List<DeviceGrant> devices,
        List<InterruptGrant> interrupts,
        List<String> arguments,
        List<String> versions,
        int receives,
        int sessions) {

    /** One without concurrent calls and other versions, that receives no services and returns none. */
    public ProcessDescription(
            String name,
            String image,
            MemoryNeeds memory,
            Schedule schedule,
            LifeCycle lifeCycle,
            Authority authority,
            List<String> provides,
            List<String> uses,
            List<String> rings,
            String streams,
            List<DeviceGrant> devices,
            List<InterruptGrant> interrupts,
            List<String> arguments) {
        this(
                name,
                image,
                memory,
                schedule,
                lifeCycle,
                authority,
                provides,
                0,
                uses,
                rings,
                streams,
                devices,
                interrupts,
                arguments,
                List.of(),
                0,
                0);
    }

    /** The same process with a heap of another size. */
    public ProcessDescription withHeap(long heapBytes) {
        return new ProcessDescription(
                name,
                image,
                memory.withHeap(heapBytes),
                schedule,
                lifeCycle,
                authority,
                provides,
                concurrentCalls,
                uses,
                rings,
                streams,
                devices,
                interrupts,
                arguments,
                versions,
                receives,
                sessions);
    }

    /** The same process with other arguments of {@code main}. */
    public ProcessDescription withArguments(List<String> others) {
        return new ProcessDescription(
                name,
                image,
                memory,
                schedule,
                lifeCycle,
                authority,
                provides,
                concurrentCalls,
                uses,
                rings,
                streams,
                devices,
                interrupts,
                List.copyOf(others),
                versions,
                receives,
                sessions);
    }

    /** Whether capabilities come and go with its calls: services, or what a buffer is lent by. */
    public boolean receivesCapabilities() {
        return Features.receivedServices() && (receives > 0 || memory.bufferBytes() > 0 || sessions > 0);
    }

    /** Whether it is a server: only then it has an endpoint of its own. */
    public boolean isServer() {
        return !provides.isEmpty();
    }
}
