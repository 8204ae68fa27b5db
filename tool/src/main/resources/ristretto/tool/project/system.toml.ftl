#:schema system.schema.json

# The system: which processes there are, and what each may touch. What is not granted here, a process cannot touch.

[machine]
memory = "16M"

# ---- the board, as QEMU's virt has it

[devices.uart]
registers = 0x1000_0000
interrupt = 10

[devices.power]
registers = 0x0010_0000

# ---- Ristretto's own: root owns all memory, every device and every endpoint

[process.root]
main = "ristretto.root.Root"
stack = "16K"
priority = 250
budget = "10ms"
period = "10ms"
restart = "never"
devices = ["power"]

# The supervisor starts all others from this description, and restarts them.
[process.supervisor]
main = "ristretto.supervisor.Supervisor"
heap = "128K"
stack = "32K"
priority = 240
budget = "5ms"
period = "10ms"

[process.console]
main = "ristretto.console.Console"
arguments = ["lines"]
heap = "64K"
stack = "16K"
priority = 200
budget = "4ms"
period = "10ms"
heartbeat = "200ms"
provides = ["console"]
devices = ["uart"]

# ---- yours

[process.greeter]
main = "[=package].GreeterComponent"
heap = "64K"
stack = "16K"
priority = 100
budget = "5ms"
period = "10ms"
heartbeat = "200ms"
back-off = "0ms"
provides = ["greeter"]

[process.visitor]
main = "[=package].Visitor"
heap = "128K"
stack = "32K"
priority = 90
budget = "5ms"
period = "10ms"
uses = ["console", "greeter"]
streams = "console"
may = ["foreground"]
