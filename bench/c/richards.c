#include "bench.h"

enum { ROUNDS = 20, COUNT = 1000, DATA = 4, TASKS = 6 };
enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B };
enum { KIND_DEVICE, KIND_WORK };

struct packet {
    struct packet *next;
    int task;
    int kind;
    int value;
    int data[DATA];
};

struct scheduler;

struct task {
    struct task *next;
    struct packet *queue;
    struct task *(*run)(struct task *self, struct scheduler *scheduler, struct packet *packet);
    int number;
    int priority;
    bool waiting;
    bool held;
    int one, two;
    struct packet *first;
    struct packet *second;
};

struct scheduler {
    struct task *tasks;
    struct task *table[TASKS];
    struct task *current;
    int queued;
    int held;
};

static int queued;
static int held;

static struct packet *append(struct packet *list, struct packet *packet) {
    packet->next = NULL;
    if (list == NULL) {
        return packet;
    }
    struct packet *last = list;
    while (last->next != NULL) {
        last = last->next;
    }
    last->next = packet;
    return list;
}

static bool is_ready(const struct task *task) {
    return !task->held && (!task->waiting || task->queue != NULL);
}

static struct task *wait_current(struct scheduler *scheduler) {
    scheduler->current->waiting = true;
    return scheduler->current;
}

static struct task *hold_current(struct scheduler *scheduler) {
    scheduler->held++;
    scheduler->current->held = true;
    return scheduler->current->next;
}

static struct task *release(struct scheduler *scheduler, int number) {
    struct task *task = scheduler->table[number];
    task->held = false;
    return task->priority > scheduler->current->priority ? task : scheduler->current;
}

static struct task *send(struct scheduler *scheduler, struct packet *packet) {
    struct task *task = scheduler->table[packet->task];
    scheduler->queued++;
    packet->task = scheduler->current->number;
    bool first = task->queue == NULL;
    task->queue = append(task->queue, packet);
    return first && task->priority > scheduler->current->priority ? task : scheduler->current;
}

static void schedule(struct scheduler *scheduler) {
    struct task *task = scheduler->tasks;
    while (task != NULL) {
        if (!is_ready(task)) {
            task = task->next;
            continue;
        }
        struct packet *packet = NULL;
        if (task->waiting) {
            packet = task->queue;
            task->queue = packet->next;
            task->waiting = false;
        }
        scheduler->current = task;
        task = task->run(task, scheduler, packet);
    }
}

static struct task *run_idle(struct task *self, struct scheduler *scheduler, struct packet *packet) {
    (void)packet;
    self->one--;
    if (self->one == 0) {
        return hold_current(scheduler);
    }
    if ((self->two & 1) == 0) {
        self->two >>= 1;
        return release(scheduler, DEVICE_A);
    }
    self->two = self->two >> 1 ^ 0xd008;
    return release(scheduler, DEVICE_B);
}

static struct task *run_worker(struct task *self, struct scheduler *scheduler, struct packet *packet) {
    if (packet == NULL) {
        return wait_current(scheduler);
    }
    self->one = self->one == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->task = self->one;
    packet->value = 0;
    for (int i = 0; i < DATA; i++) {
        self->two++;
        if (self->two > 26) {
            self->two = 1;
        }
        packet->data[i] = self->two;
    }
    return send(scheduler, packet);
}

static struct task *run_handler(struct task *self, struct scheduler *scheduler, struct packet *packet) {
    if (packet != NULL) {
        if (packet->kind == KIND_WORK) {
            self->first = append(self->first, packet);
        } else {
            self->second = append(self->second, packet);
        }
    }
    struct packet *work = self->first;
    if (work != NULL) {
        int position = work->value;
        if (position >= DATA) {
            self->first = work->next;
            return send(scheduler, work);
        }
        struct packet *device = self->second;
        if (device != NULL) {
            self->second = device->next;
            device->value = work->data[position];
            work->value = position + 1;
            return send(scheduler, device);
        }
    }
    return wait_current(scheduler);
}

static struct task *run_device(struct task *self, struct scheduler *scheduler, struct packet *packet) {
    if (packet == NULL) {
        struct packet *pending = self->first;
        if (pending == NULL) {
            return wait_current(scheduler);
        }
        self->first = NULL;
        return send(scheduler, pending);
    }
    self->first = packet;
    return hold_current(scheduler);
}

static struct packet *new_packet(struct packet *next, int task, int kind) {
    struct packet *packet = allocate(sizeof *packet);
    packet->next = next;
    packet->task = task;
    packet->kind = kind;
    return packet;
}

static struct task *add(struct scheduler *scheduler, int number, int priority, struct packet *queue,
                        struct task *(*run)(struct task *, struct scheduler *, struct packet *)) {
    struct task *task = allocate(sizeof *task);
    task->next = scheduler->tasks;
    task->number = number;
    task->priority = priority;
    task->queue = queue;
    task->waiting = true;
    task->run = run;
    scheduler->tasks = task;
    scheduler->table[number] = task;
    return task;
}

static void simulate(void) {
    struct scheduler *scheduler = allocate(sizeof *scheduler);
    struct task *idle = add(scheduler, IDLE, 0, NULL, run_idle);
    idle->waiting = false;
    idle->one = COUNT;
    idle->two = 1;
    struct packet *queue = new_packet(new_packet(NULL, WORKER, KIND_WORK), WORKER, KIND_WORK);
    add(scheduler, WORKER, 1000, queue, run_worker)->one = HANDLER_A;
    for (int i = 0; i < 2; i++) {
        queue = NULL;
        for (int j = 0; j < 3; j++) {
            queue = new_packet(queue, DEVICE_A + i, KIND_DEVICE);
        }
        add(scheduler, HANDLER_A + i, 2000 + 1000 * i, queue, run_handler);
    }
    for (int i = 0; i < 2; i++) {
        add(scheduler, DEVICE_A + i, 4000 + 1000 * i, NULL, run_device);
    }
    schedule(scheduler);
    queued += scheduler->queued;
    held += scheduler->held;
}

static void prepare(void) {
    queued = 0;
    held = 0;
}

static void run(void) {
    for (int round = 0; round < ROUNDS; round++) {
        simulate();
    }
}

static int64_t result(void) {
    return (int64_t)queued << 32 | held;
}

const struct benchmark richards = {"richards", prepare, run, result};
