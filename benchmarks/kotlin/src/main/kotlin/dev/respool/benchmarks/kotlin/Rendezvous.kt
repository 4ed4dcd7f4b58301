package dev.respool.benchmarks.kotlin

/**
 * A channel without a buffer, for one receiver and any number of senders. Values travel in the tasks; senders that wait
 * are linked through them. Neither [send] nor [receive] has a state machine: all their calls are tail calls.
 */
internal class Rendezvous(private val queue: RunQueue) {
    private var receiver: Task? = null
    private var firstSender: Task? = null
    private var lastSender: Task? = null

    suspend fun send(sender: Task, value: Long) {
        val waiting = receiver
        if (waiting == null) {
            enqueue(sender, value)
            return sender.pause()
        }
        receiver = null
        waiting.value = value
        queue.add(waiting)
    }

    /** Receives into the task's value, as a `Long` that is returned would be boxed. */
    suspend fun receive(task: Task) {
        val sender = dequeue()
        if (sender == null) {
            receiver = task
            return task.pause()
        }
        task.value = sender.value
        queue.add(sender)
    }

    private fun enqueue(sender: Task, value: Long) {
        sender.value = value
        if (firstSender == null) firstSender = sender else lastSender!!.behind = sender
        lastSender = sender
    }

    private fun dequeue(): Task? {
        val sender = firstSender ?: return null
        firstSender = sender.behind
        sender.behind = null
        return sender
    }
}
