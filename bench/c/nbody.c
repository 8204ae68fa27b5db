#include "bench.h"

enum { STEPS = 20000, BODIES = 5 };

static const double SOLAR_MASS = 4 * 3.141592653589793 * 3.141592653589793;
static const double DAYS = 365.24;

struct body {
    double x, y, z, vx, vy, vz, mass;
};

static struct body *bodies;
static int count;

static void add(double x, double y, double z, double vx, double vy, double vz, double mass) {
    bodies[count++] = (struct body){x, y, z, vx * DAYS, vy * DAYS, vz * DAYS, mass * SOLAR_MASS};
}

static void prepare(void) {
    bodies = allocate(BODIES * sizeof(struct body));
    count = 0;
    add(0, 0, 0, 0, 0, 0, 1);
    add(4.8414, -1.1603, -0.1036, 0.00166, 0.00769, -0.0000690, 0.000954);
    add(8.3433, 4.1247, -0.4035, -0.00276, 0.00499, 0.0000230, 0.000285);
    add(12.8943, -15.1111, -0.2233, 0.00296, 0.00237, -0.0000296, 0.0000436);
    add(15.3796, -25.9193, 0.1792, 0.00268, 0.00162, -0.0000951, 0.0000515);
    double px = 0, py = 0, pz = 0;
    for (int i = 0; i < count; i++) {
        px += bodies[i].vx * bodies[i].mass;
        py += bodies[i].vy * bodies[i].mass;
        pz += bodies[i].vz * bodies[i].mass;
    }
    bodies[0].vx = -px / SOLAR_MASS;
    bodies[0].vy = -py / SOLAR_MASS;
    bodies[0].vz = -pz / SOLAR_MASS;
}

static void advance(struct body *all, int number, double time) {
    for (int i = 0; i < number; i++) {
        struct body *a = &all[i];
        for (int j = i + 1; j < number; j++) {
            struct body *b = &all[j];
            double dx = a->x - b->x;
            double dy = a->y - b->y;
            double dz = a->z - b->z;
            double squared = dx * dx + dy * dy + dz * dz;
            double magnitude = time / (squared * __builtin_sqrt(squared));
            a->vx -= dx * b->mass * magnitude;
            a->vy -= dy * b->mass * magnitude;
            a->vz -= dz * b->mass * magnitude;
            b->vx += dx * a->mass * magnitude;
            b->vy += dy * a->mass * magnitude;
            b->vz += dz * a->mass * magnitude;
        }
    }
    for (int i = 0; i < number; i++) {
        struct body *body = &all[i];
        body->x += time * body->vx;
        body->y += time * body->vy;
        body->z += time * body->vz;
    }
}

static void run(void) {
    for (int step = 0; step < STEPS; step++) {
        advance(bodies, count, 0.01);
    }
}

static int64_t result(void) {
    union {
        double number;
        int64_t bits;
    } energy = {0};
    for (int i = 0; i < count; i++) {
        struct body *a = &bodies[i];
        energy.number += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < count; j++) {
            struct body *b = &bodies[j];
            double dx = a->x - b->x;
            double dy = a->y - b->y;
            double dz = a->z - b->z;
            energy.number -= a->mass * b->mass / __builtin_sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return energy.bits;
}

const struct benchmark nbody = {"n-body", prepare, run, result};
