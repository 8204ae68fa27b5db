package ristretto.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.abi.Rights;
import ristretto.specification.State.Context;
import ristretto.specification.State.Endpoint;
import ristretto.specification.State.Frame;
import ristretto.specification.State.Line;
import ristretto.specification.State.Notification;
import ristretto.specification.State.PageTable;
import ristretto.specification.State.Reply;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Thread;

/**
 * Specifications that are wrong in one rule, as a kernel might be. A search that cannot tell the kernel from one of these
 * would not have seen that bug in the kernel either.
 */
public final class PlantedBugs {
    public static Map<String, Specification> all() {
        Map<String, Specification> all = new LinkedHashMap<>();
        messages(all);
        capabilities(all);
        threadsAndLines(all);
        memory(all);
        return all;
    }

    private static void messages(Map<String, Specification> all) {
        all.put("who gets a message queues behind its equals", new Specification() {
            @Override
            void wakeFirst(Thread thread) {
                wake(thread);
            }
        });
        all.put("callers are served last come first served", new Specification() {
            @Override
            void send(Thread sender, Endpoint endpoint, long badge, long deadline) {
                super.send(sender, endpoint, badge, deadline);
                if (endpoint.senders.remove(sender)) {
                    endpoint.senders.addFirst(sender);
                }
            }
        });
        all.put("the badge is lost", new Specification() {
            @Override
            void send(Thread sender, Endpoint endpoint, long badge, long deadline) {
                super.send(sender, endpoint, 0, deadline);
            }
        });
        all.put("a Reply can be used twice", new Specification() {
            @Override
            void answer(Thread server, Reply reply) {
                Thread caller = reply.caller;
                super.answer(server, reply);
                reply.caller = caller;
            }
        });
        all.put("what was lent is not given back", new Specification() {
            @Override
            void giveBack(Reply reply) {}
        });
        all.put("a new period brings no budget", new Specification() {
            @Override
            boolean hasTime(Context context) {
                return context.remaining > 0;
            }
        });
        all.put("a bound thread that receives is not woken by a signal", new Specification() {
            @Override
            void wakeBound(Notification notification) {}
        });
        all.put("a thread with a deadline is taken out of its queue, but not off its endpoint", new Specification() {
            @Override
            void takeOut(Thread thread) {
                boolean late = thread.deadline != 0 && thread.deadline <= s.now;
                Endpoint endpoint =
                        late && thread.waitsAt instanceof Endpoint e && e.senders.contains(thread) ? e : null;
                super.takeOut(thread);
                if (endpoint != null) {
                    endpoint.senders.add(thread);
                }
            }
        });
        all.put("servers wait on at an endpoint that is gone", new Specification() {
            @Override
            void endEndpoint(Endpoint endpoint) {
                endpoint.receivers.clear();
                super.endEndpoint(endpoint);
            }
        });
    }

    private static void capabilities(Map<String, Specification> all) {
        all.put("a deleted capability's children are nobody's", new Specification() {
            @Override
            void replaceParent(Slot old, Slot replacement) {
                super.replaceParent(old, replacement == old.parent ? null : replacement);
            }
        });
        all.put("revoke spares one that was handed on", new Specification() {
            @Override
            List<Slot> derived(Slot ancestor) {
                return super.derived(ancestor).stream()
                        .filter(slot -> slot.parent == ancestor)
                        .toList();
            }
        });
        all.put("a capability that travels keeps all its rights", new Specification() {
            @Override
            int rightsHandedOn(Slot given, long tag) {
                return given.rights & Rights.ALL;
            }
        });
    }

    private static void threadsAndLines(Map<String, Specification> all) {
        all.put("a thread that is configured anew keeps its fault endpoint", new Specification() {
            @Override
            void replace(Slot own, Slot source) {
                boolean isFaultSlot = s.each(Thread.class).anyMatch(thread -> thread.faultSlot == own);
                super.replace(own, isFaultSlot && source == null && own.object != null ? copyOf(own) : source);
            }

            private Slot copyOf(Slot own) {
                Slot copy = new Slot();
                copy.hold(own.object, own.rights, own.badge, own.parent);
                return copy;
            }
        });
        all.put("a message page that is given up cannot be another thread's", new Specification() {
            @Override
            void usePage(Thread thread, Frame frame) {
                Frame old = thread.page;
                super.usePage(thread, frame);
                if (old != null && old != frame) {
                    old.messagesOf = thread;
                }
            }
        });
        all.put("a line that is unbound stays claimed", new Specification() {
            @Override
            void quiet(Line line) {
                boolean claimed = line.claimed;
                super.quiet(line);
                line.claimed = claimed;
            }
        });
        all.put("a line interrupts again before it is acknowledged", new Specification() {
            @Override
            void interrupt(Line line) {
                super.interrupt(line);
                line.claimed = false;
            }
        });
        all.put("a line is not silent when its notification is gone", new Specification() {
            @Override
            void quiet(Line line) {
                line.claimed = false;
            }
        });
    }

    private static void memory(Map<String, Specification> all) {
        all.put("what was mapped below a page table stays", new Specification() {
            @Override
            void takeDown(PageTable table) {
                table.space = null;
            }
        });
        all.put("memory that was written to can be executed later", new Specification() {
            @Override
            void remember(Frame frame, boolean write, boolean execute) {
                super.remember(frame, false, execute);
            }
        });
        all.put("a capability that goes leaves its frame mapped", new Specification() {
            @Override
            void delete(Slot slot) {
                slot.space = null;
                super.delete(slot);
            }
        });
        all.put("memory does not come back with the last object made of it", new Specification() {
            @Override
            void refund(State.Untyped untyped) {}
        });
        all.put("what is made of untyped memory is nobody's child", new Specification() {
            @Override
            void retype(long capability, long[] a) {
                super.retype(capability, a);
                for (Slot slot : derived(me.table().slot(capability))) {
                    slot.parent = null;
                }
            }
        });
    }

    private PlantedBugs() {}
}
