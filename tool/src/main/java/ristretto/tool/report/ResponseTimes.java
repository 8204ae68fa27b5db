package ristretto.tool.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ristretto.sdk.system.Schedule;

/**
 * How long each process waits, at most, until it has had its whole budget of processor time, from a moment at which it is ready and its budget is full.
 *
 * <p>The kernel lets a process of higher priority run first, up to its budget in each period, and refills a budget at the begin of its period: a deferrable
 * server. So a process with budget {@code C} and period {@code T} can take {@code C} at the end of one period, and again at the begin of the next, as if it came
 * up to {@code T - C} late. Processes of the same priority count as higher ones. The bound is the least {@code R} with
 * {@code R = C(i) + sum over those of ceil((R + T(j) - C(j)) / T(j)) * C(j)}; the kernel's own time, and that of interrupts, is not in it.
 *
 * @see <a href="https://doi.org/10.1109/12.368008">Strosnider, Lehoczky, Sha: The Deferrable Server Algorithm, IEEE Transactions on Computers 44(1), 1995</a>
 */
public final class ResponseTimes {
    private ResponseTimes() {}

    /** In nanoseconds, in the order of the processes; empty where others can keep a process from its budget beyond the end of its period. */
    public static List<OptionalLong> of(List<Schedule> processes) {
        List<OptionalLong> times = new ArrayList<>();
        for (Schedule process : processes) {
            List<Schedule> before = new ArrayList<>();
            for (Schedule other : processes) {
                if (other != process && other.priority() >= process.priority()) {
                    before.add(other);
                }
            }
            times.add(of(process, before));
        }
        return times;
    }

    private static OptionalLong of(Schedule process, List<Schedule> before) {
        long time = process.budgetNs();
        while (time <= process.periodNs()) {
            long next = process.budgetNs();
            for (Schedule other : before) {
                long late = other.periodNs() - other.budgetNs();
                next += Math.ceilDiv(time + late, other.periodNs()) * other.budgetNs();
            }
            if (next == time) {
                return OptionalLong.of(time);
            }
            time = next;
        }
        return OptionalLong.empty();
    }
}
