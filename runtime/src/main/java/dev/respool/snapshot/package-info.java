/**
 * Suspended coroutines as data: saved as bytes, looked into, and restored in another process or in
 * newer code.
 *
 * <pre>{@code
 * byte[] bytes = Snapshot.of(coroutine).toBytes();
 * // elsewhere
 * SnapshotPolicy policy = SnapshotPolicy.allowing("com.acme.**");
 * Coroutine<String, Integer> same = Snapshot.read(bytes, policy).restore();
 * }</pre>
 *
 * <p>A suspended coroutine or generator comes in, bytes go out, and the other way round. Frames are
 * written in the words of the source, what they refer to by Java serialization. Everything that
 * cannot be saved or restored is told in one {@link dev.respool.snapshot.SnapshotException}.
 *
 * <p>What never belongs here: cells and shapes of frames ({@code dev.respool.abi}), and where the
 * bytes are kept.
 */
package dev.respool.snapshot;
