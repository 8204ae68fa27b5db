package ristretto.bench.compiler;

/** Five bodies under their gravity, in steps of a hundredth of a day: arithmetic on the fields of a few objects. */
final class NBody implements Benchmark {
    private static final int STEPS = 20_000;
    private static final double SOLAR_MASS = 4 * Math.PI * Math.PI;
    private static final double DAYS = 365.24;

    private static final class Body {
        double x;
        double y;
        double z;
        double vx;
        double vy;
        double vz;
        final double mass;

        Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.vx = vx * DAYS;
            this.vy = vy * DAYS;
            this.vz = vz * DAYS;
            this.mass = mass * SOLAR_MASS;
        }
    }

    private Body[] bodies;

    @Override
    public String name() {
        return "n-body";
    }

    @Override
    public void prepare() {
        bodies = new Body[] {
            new Body(0, 0, 0, 0, 0, 0, 1),
            new Body(4.8414, -1.1603, -0.1036, 0.00166, 0.00769, -0.0000690, 0.000954),
            new Body(8.3433, 4.1247, -0.4035, -0.00276, 0.00499, 0.0000230, 0.000285),
            new Body(12.8943, -15.1111, -0.2233, 0.00296, 0.00237, -0.0000296, 0.0000436),
            new Body(15.3796, -25.9193, 0.1792, 0.00268, 0.00162, -0.0000951, 0.0000515),
        };
        double px = 0;
        double py = 0;
        double pz = 0;
        for (Body body : bodies) {
            px += body.vx * body.mass;
            py += body.vy * body.mass;
            pz += body.vz * body.mass;
        }
        bodies[0].vx = -px / SOLAR_MASS;
        bodies[0].vy = -py / SOLAR_MASS;
        bodies[0].vz = -pz / SOLAR_MASS;
    }

    @Override
    public void run() {
        for (int step = 0; step < STEPS; step++) {
            advance(0.01);
        }
    }

    @Override
    public long result() {
        return Double.doubleToLongBits(energy());
    }

    private void advance(double time) {
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                double squared = dx * dx + dy * dy + dz * dz;
                double magnitude = time / (squared * Math.sqrt(squared));
                a.vx -= dx * b.mass * magnitude;
                a.vy -= dy * b.mass * magnitude;
                a.vz -= dz * b.mass * magnitude;
                b.vx += dx * a.mass * magnitude;
                b.vy += dy * a.mass * magnitude;
                b.vz += dz * a.mass * magnitude;
            }
        }
        for (Body body : bodies) {
            body.x += time * body.vx;
            body.y += time * body.vy;
            body.z += time * body.vz;
        }
    }

    private double energy() {
        double energy = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                energy -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return energy;
    }
}
