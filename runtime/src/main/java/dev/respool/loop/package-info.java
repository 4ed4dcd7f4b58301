/**
 * The event loop: tasks that wait without a thread of their own.
 *
 * <p>You pass a body to {@link dev.respool.loop.EventLoop#run} and start further tasks with {@link
 * dev.respool.loop.Tasks#async}. All tasks of a loop run on one thread at a time, in the order in
 * which they became runnable. With the same events the order is the same. A task that waits costs
 * heap, but no thread.
 *
 * <p>Tasks form a tree. A task ends when its body and all its children have ended. If a task fails
 * and nobody awaits it, its parent fails. If the root fails, {@link dev.respool.loop.EventLoop#run}
 * throws. A {@link dev.respool.loop.TaskScope} has other rules. A cancelled task stays cancelled:
 * each of its further suspensions throws.
 *
 * <p>How a task waits: a suspending method of this package (a <em>leaf</em>, marked
 * {@code @Suspendable}) hands the loop a {@code Wait}. The loop arms it after the task's frames
 * have been captured. A wake-up therefore cannot overtake the suspension, and a refused suspension
 * leaves nothing behind. No code of a leaf runs after the resumption. If something has to be tried
 * again, the loop tries it.
 *
 * <p>Input and output: an {@code IoPort} is a channel that the loop's one selector watches, and an
 * {@code IoWait} tries its operation each time the channel is ready. A {@code MessageRead} says
 * what is read in several attempts. {@code ServeWait} is a whole server. What the operating system
 * does only by blocking is an {@code ExternalWait}: worker threads do it and post the result. A
 * {@code BlockingSource} keeps such a result if the task that waited for it was cancelled.
 *
 * <p>The classes answer eight questions; each stands under the one that it answers. A test holds
 * these lists against the package.
 *
 * <p><b>How does a task start, go on, fail and end?</b>
 *
 * <ul>
 *   <li>{@code Awaiter}, {@code Cancellation}, {@code Children}, {@code DeadlockException}, {@code
 *       EventLoop}, {@code FailureHandler}, {@code Failures}, {@code JoinWait}, {@code KnownTask},
 *       {@code LostFailures}, {@code Rarities}, {@code Reactor}, {@code Roots}, {@code StrayYield},
 *       {@code Task}, {@code TaskAction}, {@code TaskBody}, {@code TaskCoroutine}, {@code
 *       TaskList}, {@code TaskOutcome}, {@code TaskState}, {@code Tasks}, {@code Turn}, {@code
 *       Warnings}
 * </ul>
 *
 * <p><b>How does a task wait, whatever it waits for?</b>
 *
 * <ul>
 *   <li>{@code BlockingSource}, {@code BlockingWait}, {@code ExternalWait}, {@code Home}, {@code
 *       Leaf}, {@code QueuedWait}, {@code SleepWait}, {@code SourceWait}, {@code StageWait}, {@code
 *       VirtualThreads}, {@code Wait}, {@code WaitQueue}, {@code WorkerThreads}
 * </ul>
 *
 * <p><b>What holds for a part of a task: a scope, a time limit, a variable?</b>
 *
 * <ul>
 *   <li>{@code Binding}, {@code BindingBlock}, {@code BindingWait}, {@code Block}, {@code
 *       BlockWait}, {@code Contexts}, {@code CoroutineLocal}, {@code FailFast}, {@code Limit},
 *       {@code Member}, {@code Race}, {@code ScopeAction}, {@code ScopeBlock}, {@code ScopeBody},
 *       {@code ScopeWait}, {@code ShieldWait}, {@code Supervision}, {@code TaskContext}, {@code
 *       TaskScope}, {@code TimeoutWait}
 * </ul>
 *
 * <p><b>Who turns the loop, and what time is it there?</b>
 *
 * <ul>
 *   <li>{@code CallerDriver}, {@code ExecutorDriver}, {@code HostDriver}, {@code Inbox}, {@code
 *       LoopClock}, {@code LoopGroup}, {@code LoopHost}, {@code LoopThread}, {@code Post}, {@code
 *       PostedAction}, {@code RandomQueue}, {@code StepGate}, {@code TestLoop}, {@code
 *       ThreadDriver}, {@code Timer}, {@code Timers}, {@code VirtualClock}, {@code VirtualInstants}
 * </ul>
 *
 * <p><b>How do tasks pass values and wait for each other?</b>
 *
 * <ul>
 *   <li>{@code Alternative}, {@code AtEnd}, {@code Broadcast}, {@code BroadcastWait}, {@code
 *       Channel}, {@code ChannelAlternative}, {@code ChannelClosedException}, {@code
 *       ChannelIterator}, {@code ChannelSubscriber}, {@code ChannelSubscription}, {@code
 *       Condition}, {@code ConditionWait}, {@code CountDownLatch}, {@code DefaultAlternative},
 *       {@code Exchange}, {@code LockWait}, {@code Mutex}, {@code NextWait}, {@code Overflow},
 *       {@code PermitWait}, {@code Publication}, {@code PublicationEnd}, {@code PublisherBody},
 *       {@code Publishers}, {@code RateLimiter}, {@code RateWait}, {@code ReceiveAlternative},
 *       {@code ReceiveWait}, {@code Receiver}, {@code Select}, {@code SelectWait}, {@code
 *       Semaphore}, {@code SendAlternative}, {@code SendWait}, {@code Sender}, {@code
 *       TaskAlternative}, {@code TimeoutAlternative}
 * </ul>
 *
 * <p><b>How does a task talk over a socket?</b>
 *
 * <ul>
 *   <li>{@code AcceptWait}, {@code AddressOrder}, {@code ConnectAttempt}, {@code ConnectDeadline},
 *       {@code ConnectWait}, {@code ConnectedSocket}, {@code ConnectionHandler}, {@code Cost},
 *       {@code DatagramReceive}, {@code DatagramSend}, {@code DelimitedRead}, {@code FullRead},
 *       {@code HandlerCall}, {@code InputBuffer}, {@code IoPort}, {@code IoSelector}, {@code
 *       IoWait}, {@code IoWatcher}, {@code LimitExceededException}, {@code MessageRead}, {@code
 *       MessageSource}, {@code MessageWait}, {@code PeerWait}, {@code ReadWait}, {@code
 *       ResolveWait}, {@code ServeOptions}, {@code ServeReport}, {@code ServeWait}, {@code
 *       ServedConnection}, {@code SocketBytes}, {@code StreamConnection}, {@code StreamServer},
 *       {@code TcpConnection}, {@code TcpServer}, {@code Transfer}, {@code TransferRead}, {@code
 *       TransferWrite}, {@code UdpSocket}, {@code UnixServer}, {@code UnixSocket}, {@code
 *       WriteWait}
 * </ul>
 *
 * <p><b>How does a task use files and processes?</b>
 *
 * <ul>
 *   <li>{@code AsyncFile}, {@code ChunkChannel}, {@code DirectoryWalk}, {@code DirectoryWatch},
 *       {@code FileReadWait}, {@code FileWriteWait}, {@code OpenWait}, {@code ProcessExit}, {@code
 *       ProcessOutput}, {@code ProcessResult}, {@code ProcessRun}, {@code ProcessStart}, {@code
 *       ProcessWrite}, {@code Processes}, {@code RunningProcess}, {@code WholeFile}, {@code
 *       WholeFileRead}, {@code WholeFileWrite}
 * </ul>
 *
 * <p><b>What do people see of a loop?</b>
 *
 * <ul>
 *   <li>{@code BlockedStack}, {@code DefaultWatchdog}, {@code LoopInspector}, {@code TaskPages},
 *       {@code TaskPictures}, {@code TaskWalk}, {@code WaitTimes}, {@code Watchdog}, {@code
 *       WatchdogHandler}
 * </ul>
 *
 * <p>What they show are values of {@code dev.respool.inspect}, which knows no loop: see decision
 * 26, {@code docs/decisions/0026-pictures-of-a-loop.md}.
 *
 * <p>They are one package because the public ones belong into one, and the others need their fields
 * and methods: see decision 22, {@code docs/decisions/0022-rooms-of-the-loop.md}.
 *
 * <p>What never belongs here: how frames are captured ({@code dev.respool.abi}), and anything that
 * is not in the JDK.
 */
package dev.respool.loop;
