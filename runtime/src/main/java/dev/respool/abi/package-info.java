/**
 * The binary interface between transformed classes and the runtime, and what stands behind it:
 * frames, the carrier and the trampoline.
 *
 * <p>Do not use this package in your program. It is public only because transformed classes of any
 * module call it, and it changes with {@link dev.respool.abi.AbiVersion}.
 *
 * <p>Generated code passes its frames to this package while it suspends. The result is a suspended
 * continuation that is resumed innermost frame first. The classes answer six questions; each stands
 * under the one that it answers. A test holds these lists against the package, and the first one
 * against what generated code names.
 *
 * <p><b>What does generated code call?</b> The contract with the compiler:
 *
 * <ul>
 *   <li>{@code AbiVersion}, {@code AwakeMethods}, {@code Carrier}, {@code FinalField}, {@code
 *       Frame}, {@code LambdaBodies}, {@code MadeSerializable}, {@code Reacquisition}, {@code
 *       References}, {@code Shapes}, {@code SuspendableMethod}, {@code Suspension}, {@code
 *       SuspensionAgain}, {@code Trampoline}, {@code Transformed}
 * </ul>
 *
 * <p><b>How is a continuation captured, kept and resumed?</b>
 *
 * <ul>
 *   <li>{@code CarrierTable}, {@code Continuation}, {@code Drained}, {@code Fork}, {@code
 *       HiddenIterator}, {@code HostRequest}, {@code LeafMethod}, {@code LoopIterators}, {@code
 *       MonitorWatch}, {@code NoActivation}, {@code Producer}, {@code Relay}, {@code Unwinding}
 * </ul>
 *
 * <p><b>May a frame be captured, and if not, what stands in the way?</b>
 *
 * <ul>
 *   <li>{@code AutoEntry}, {@code Caller}, {@code CallerCheck}, {@code Claim}, {@code JdkCall},
 *       {@code JdkRemedy}, {@code LoadedClass}, {@code Look}, {@code Marks}, {@code Obstacle},
 *       {@code Overridden}, {@code ProvenCalls}, {@code Site}, {@code StandIn}, {@code ToldCall},
 *       {@code TransformedCode}
 * </ul>
 *
 * <p><b>What do people see of a frame, and who is told what becomes of it?</b>
 *
 * <ul>
 *   <li>{@code Activation}, {@code Cell}, {@code Cells}, {@code ClassResource}, {@code
 *       CreationSite}, {@code Description}, {@code DescriptionReader}, {@code Dropped}, {@code
 *       GeneratedMethods}, {@code GuardedLines}, {@code LocalNames}, {@code LogicalTrace}, {@code
 *       Observation}, {@code Observer}, {@code Position}, {@code RunningStack}, {@code Tracked}
 * </ul>
 *
 * <p><b>How is a continuation written down, and made again from what was written?</b>
 *
 * <ul>
 *   <li>{@code ContinuationHead}, {@code ContinuationImage}, {@code ContinuationReader}, {@code
 *       FrameFactory}, {@code PointLayout}, {@code SavedFrame}, {@code SuspendableCode}
 * </ul>
 *
 * <p><b>Which classes does the runtime define?</b>
 *
 * <ul>
 *   <li>{@code FrameClass}, {@code OwnProfile}, {@code SmallClass}
 * </ul>
 *
 * <p>They are one package because the answers need each other's fields: see decision 21, {@code
 * docs/decisions/0021-rooms-of-abi.md}.
 *
 * <p>What never belongs here: the meaning of a coroutine ({@code dev.respool}) and scheduling
 * ({@code dev.respool.loop}).
 */
package dev.respool.abi;
