/**
 * The microkernel: it schedules threads, manages memory and passes messages. One class per kernel object; all state
 * hangs off {@link ristretto.kernel.Kernel}.
 *
 * <p>The way of a message: {@code entry.S} saves the caller's registers, {@link ristretto.kernel.riscv64.Trap} asks
 * {@link ristretto.kernel.FastPath}, or else {@link ristretto.kernel.SystemCalls}, which finds the
 * {@link ristretto.kernel.Endpoint} in the caller's {@link ristretto.kernel.CapTable} and lets
 * {@link ristretto.kernel.Messages} copy; {@link ristretto.kernel.Core} decides who runs next.
 *
 * <p>The way of memory: {@link ristretto.kernel.Retype} makes objects of an {@link ristretto.kernel.Untyped},
 * {@link ristretto.kernel.Capabilities} takes the last capability away, {@link ristretto.kernel.Reaper} gives the
 * memory back.
 *
 * <p>Architectures are chosen by package: what this package imports from {@code ristretto.kernel.riscv64}, any other
 * must provide under the same names.
 */
package ristretto.kernel;
