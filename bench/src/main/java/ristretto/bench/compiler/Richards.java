package ristretto.bench.compiler;

/** An operating system's scheduler in small: tasks of four kinds pass packets; virtual calls and linked lists. */
final class Richards implements Benchmark {
    private static final int ROUNDS = 20;
    private static final int COUNT = 1000;
    private static final int DATA = 4;
    private static final int TASKS = 6;

    private static final int IDLE = 0;
    private static final int WORKER = 1;
    private static final int HANDLER_A = 2;
    private static final int HANDLER_B = 3;
    private static final int DEVICE_A = 4;
    private static final int DEVICE_B = 5;

    private enum Kind {
        DEVICE,
        WORK
    }

    private static final class Packet {
        Packet next;
        int task;
        final Kind kind;
        int value;
        final int[] data = new int[DATA];

        Packet(Packet next, int task, Kind kind) {
            this.next = next;
            this.task = task;
            this.kind = kind;
        }

        static Packet append(Packet list, Packet packet) {
            packet.next = null;
            if (list == null) {
                return packet;
            }
            Packet last = list;
            while (last.next != null) {
                last = last.next;
            }
            last.next = packet;
            return list;
        }
    }

    private abstract static class Task {
        final int number;
        final int priority;
        Task next;
        Packet queue;
        boolean waiting = true;
        boolean held;

        Task(int number, int priority, Packet queue) {
            this.number = number;
            this.priority = priority;
            this.queue = queue;
        }

        boolean isReady() {
            return !held && (!waiting || queue != null);
        }

        /** Answers who shall run next. */
        abstract Task run(Scheduler scheduler, Packet packet);
    }

    private static final class IdleTask extends Task {
        private int remaining = COUNT;
        private int control = 1;

        IdleTask() {
            super(IDLE, 0, null);
            waiting = false;
        }

        @Override
        Task run(Scheduler scheduler, Packet packet) {
            remaining--;
            if (remaining == 0) {
                return scheduler.holdCurrent();
            }
            if ((control & 1) == 0) {
                control >>= 1;
                return scheduler.release(DEVICE_A);
            }
            control = control >> 1 ^ 0xd008;
            return scheduler.release(DEVICE_B);
        }
    }

    private static final class WorkerTask extends Task {
        private int destination = HANDLER_A;
        private int letter;

        WorkerTask(Packet queue) {
            super(WORKER, 1000, queue);
        }

        @Override
        Task run(Scheduler scheduler, Packet packet) {
            if (packet == null) {
                return scheduler.waitCurrent();
            }
            destination = destination == HANDLER_A ? HANDLER_B : HANDLER_A;
            packet.task = destination;
            packet.value = 0;
            for (int i = 0; i < packet.data.length; i++) {
                letter++;
                if (letter > 26) {
                    letter = 1;
                }
                packet.data[i] = letter;
            }
            return scheduler.send(packet);
        }
    }

    private static final class HandlerTask extends Task {
        private Packet work;
        private Packet devices;

        HandlerTask(int number, int priority, Packet queue) {
            super(number, priority, queue);
        }

        @Override
        Task run(Scheduler scheduler, Packet packet) {
            if (packet != null) {
                if (packet.kind == Kind.WORK) {
                    work = Packet.append(work, packet);
                } else {
                    devices = Packet.append(devices, packet);
                }
            }
            if (work != null) {
                Packet first = work;
                int position = first.value;
                if (position >= DATA) {
                    work = first.next;
                    return scheduler.send(first);
                }
                if (devices != null) {
                    Packet device = devices;
                    devices = device.next;
                    device.value = first.data[position];
                    first.value = position + 1;
                    return scheduler.send(device);
                }
            }
            return scheduler.waitCurrent();
        }
    }

    private static final class DeviceTask extends Task {
        private Packet pending;

        DeviceTask(int number, int priority) {
            super(number, priority, null);
        }

        @Override
        Task run(Scheduler scheduler, Packet packet) {
            if (packet == null) {
                if (pending == null) {
                    return scheduler.waitCurrent();
                }
                Packet sent = pending;
                pending = null;
                return scheduler.send(sent);
            }
            pending = packet;
            return scheduler.holdCurrent();
        }
    }

    private static final class Scheduler {
        private final Task[] table = new Task[TASKS];
        private Task tasks;
        private Task current;
        private int queued;
        private int held;

        void add(Task task) {
            task.next = tasks;
            tasks = task;
            table[task.number] = task;
        }

        void schedule() {
            Task task = tasks;
            while (task != null) {
                if (!task.isReady()) {
                    task = task.next;
                    continue;
                }
                Packet packet = null;
                if (task.waiting) {
                    packet = task.queue;
                    task.queue = packet.next;
                    task.waiting = false;
                }
                current = task;
                task = task.run(this, packet);
            }
        }

        Task waitCurrent() {
            current.waiting = true;
            return current;
        }

        Task holdCurrent() {
            held++;
            current.held = true;
            return current.next;
        }

        Task release(int number) {
            Task task = table[number];
            task.held = false;
            return task.priority > current.priority ? task : current;
        }

        Task send(Packet packet) {
            Task task = table[packet.task];
            queued++;
            packet.task = current.number;
            boolean first = task.queue == null;
            task.queue = Packet.append(task.queue, packet);
            return first && task.priority > current.priority ? task : current;
        }
    }

    private int queued;
    private int held;

    @Override
    public String name() {
        return "richards";
    }

    @Override
    public void prepare() {
        queued = 0;
        held = 0;
    }

    @Override
    public void run() {
        for (int round = 0; round < ROUNDS; round++) {
            simulate();
        }
    }

    @Override
    public long result() {
        return (long) queued << 32 | held;
    }

    private void simulate() {
        Scheduler scheduler = new Scheduler();
        scheduler.add(new IdleTask());
        scheduler.add(new WorkerTask(new Packet(new Packet(null, WORKER, Kind.WORK), WORKER, Kind.WORK)));
        for (int i = 0; i < 2; i++) {
            Packet queue = null;
            for (int j = 0; j < 3; j++) {
                queue = new Packet(queue, DEVICE_A + i, Kind.DEVICE);
            }
            scheduler.add(new HandlerTask(HANDLER_A + i, 2000 + 1000 * i, queue));
        }
        for (int i = 0; i < 2; i++) {
            scheduler.add(new DeviceTask(DEVICE_A + i, 4000 + 1000 * i));
        }
        scheduler.schedule();
        queued += scheduler.queued;
        held += scheduler.held;
    }
}
