package ristretto.specification;

import static ristretto.specification.State.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.abi.Rights;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelEndpoint;
import ristretto.specification.State.ModelReply;

/**
 * Specifications that are wrong in one rule, as a kernel might be. A search that cannot tell the kernel from one of these
 * would not have seen that bug in the kernel either.
 */
public final class PlantedBugs {
    public static Map<String, Specification> all() {
        Map<String, Specification> all = new LinkedHashMap<>();
        all.put("who gets a message queues behind its equals", new Specification() {
            @Override
            void wakeFirst(int thread) {
                wake(thread);
            }
        });
        all.put("callers are served last come first served", new Specification() {
            @Override
            void send(int sender, int endpoint, long badge, long deadline) {
                super.send(sender, endpoint, badge, deadline);
                List<Integer> senders = s.endpoints[endpoint].senders();
                if (senders.remove((Integer) sender)) {
                    senders.addFirst(sender);
                }
            }
        });
        all.put("the badge is lost", new Specification() {
            @Override
            void send(int sender, int endpoint, long badge, long deadline) {
                super.send(sender, endpoint, 0, deadline);
            }
        });
        all.put("a Reply can be used twice", new Specification() {
            @Override
            void answer(int server, int reply) {
                ModelReply before = s.replies[reply];
                super.answer(server, reply);
                s.replies[reply] = before;
            }
        });
        all.put("what was lent is not given back", new Specification() {
            @Override
            void giveBack(int reply) {}
        });
        all.put("a new period brings no budget", new Specification() {
            @Override
            boolean hasTime(int context) {
                return s.contexts[context].remaining() > 0;
            }
        });
        all.put("a bound thread that receives is not woken by a signal", new Specification() {
            @Override
            void wakeBound(int notification) {}
        });
        all.put("a deleted capability's children are nobody's", new Specification() {
            @Override
            void replaceParent(int old, int replacement) {
                super.replaceParent(old, s.slots[old] == null ? replacement : NONE);
            }
        });
        all.put("revoke spares one that was handed on", new Specification() {
            @Override
            void revokeOne(int slot, int ancestor) {
                boolean direct = s.slots[slot].parent() == ancestor;
                super.revokeOne(slot, ancestor);
                if (direct) {
                    replaceParent(ancestor, NONE);
                }
            }
        });
        all.put("a capability that travels keeps all its rights", new Specification() {
            @Override
            int rightsHandedOn(Capability given, long tag) {
                return given.rights() & Rights.ALL;
            }
        });
        all.put("a thread with a deadline is taken out of its queue, but not off its endpoint", new Specification() {
            @Override
            void takeOut(int thread) {
                int place = s.threads[thread].place;
                boolean late = s.threads[thread].deadline != 0 && s.threads[thread].deadline <= s.now;
                boolean sent = place != NONE
                        && place < s.endpoints.length
                        && s.endpoints[place].senders().contains(thread);
                super.takeOut(thread);
                if (late && sent) {
                    s.endpoints[place].senders().add(thread);
                }
            }
        });
        all.put("servers wait on at an endpoint that is gone", new Specification() {
            @Override
            void endEndpoint(int endpoint) {
                ModelEndpoint e = s.endpoints[endpoint];
                s.endpoints[endpoint] = new ModelEndpoint(true, e.senders(), List.of());
                super.endEndpoint(endpoint);
            }
        });
        return all;
    }

    private PlantedBugs() {}
}
